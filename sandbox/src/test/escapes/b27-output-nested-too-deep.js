// expect: threw
exports.onTest = async (event, api) => {
  let nested = [];
  for (let i = 0; i < 100000; i++) nested = [nested];
  api.emit(nested);
};
