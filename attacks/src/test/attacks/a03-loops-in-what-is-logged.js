// attack: 3 loops in what is logged
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  console.log({
    get a() {
      for (;;) {}
    },
  });
};
