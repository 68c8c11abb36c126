// attack: 3 loops in what shows the reason of a denial
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny({
    [Symbol.for('nodejs.util.inspect.custom')]() {
      for (;;) {}
    },
  });
};
