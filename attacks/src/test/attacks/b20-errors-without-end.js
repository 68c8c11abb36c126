// attack: 20 errors with their stacks, without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  const errors = [];
  for (;;) errors.push(new Error('again'));
};
