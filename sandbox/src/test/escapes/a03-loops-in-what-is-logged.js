// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  console.log({
    get a() {
      for (;;) {}
    },
  });
};
