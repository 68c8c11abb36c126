// attack: 3 loops in a timers delay
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  setTimeout(() => {}, {
    [Symbol.toPrimitive]() {
      for (;;) {}
    },
  });
};
