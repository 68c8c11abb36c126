// attack: 15 timers that are due when the Action has ended
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  setTimeout(() => {
    for (;;) {}
  }, 50);
  setInterval(() => {
    for (;;) {}
  }, 20);
};
