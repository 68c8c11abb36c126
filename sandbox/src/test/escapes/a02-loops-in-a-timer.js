// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  setTimeout(() => {
    for (;;) {}
  }, 1);
  await new Promise(() => {});
};
