// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  setTimeout(() => {}, {
    [Symbol.toPrimitive]() {
      for (;;) {}
    },
  });
};
