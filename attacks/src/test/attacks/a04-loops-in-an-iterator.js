// attack: 4 loops in an iterator
// expect: cpu_limit
exports.onExecutePostLogin = async (event, api) => {
  await Promise.all({
    [Symbol.iterator]: () => ({
      next() {
        for (;;) {}
      },
    }),
  });
};
