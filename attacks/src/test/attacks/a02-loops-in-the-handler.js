// attack: 2 loops in the handler
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  while (true) {}
};
