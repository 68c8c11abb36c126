// attack: 20 a linked list without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  let last = null;
  for (;;) last = { last };
};
