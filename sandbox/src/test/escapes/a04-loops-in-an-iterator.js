// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  await Promise.all({
    [Symbol.iterator]: () => ({
      next() {
        for (;;) {}
      },
    }),
  });
};
