// attack: 2 loops in a timer
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  setTimeout(() => {
    for (;;) {}
  }, 1);
  await new Promise(() => {});
};
