// attack: 20 array without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const list = [];
  for (;;) list.push({ i: list.length });
};
