// attack: 20 garbage without end
// expect: memory_limit
exports.onExecutePostLogin = async (event, api) => {
  for (;;) new Array(1000).fill({});
};
