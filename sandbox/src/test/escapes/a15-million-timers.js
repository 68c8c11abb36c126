// expect: threw
exports.onTest = async (event, api) => {
  for (let i = 0; i < 1000000; i++) setTimeout(() => {}, 1000);
};
