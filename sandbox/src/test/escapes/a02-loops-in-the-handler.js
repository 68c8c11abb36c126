// expect: limit CPU_TIME
exports.onTest = async (event, api) => {
  while (true) {}
};
