// attack: 3 loops in the thrown values getter
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  throw {
    get message() {
      for (;;) {}
    },
  };
};
