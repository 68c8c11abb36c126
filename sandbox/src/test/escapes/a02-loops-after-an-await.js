// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  await null;
  for (;;) {}
};
