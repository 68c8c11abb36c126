// attack: 8 the handler gives a thenable whose then loops
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  return {
    then() {
      for (;;) {}
    },
  };
};
