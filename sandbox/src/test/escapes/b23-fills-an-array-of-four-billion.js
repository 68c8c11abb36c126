// expect: threw
exports.onTest = async (event, api) => {
  new Array(2 ** 32 - 1).fill(0);
};
