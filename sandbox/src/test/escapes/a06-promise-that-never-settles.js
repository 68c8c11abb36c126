// expect: threw
exports.onTest = async (event, api) => {
  await new Promise(() => {});
};
