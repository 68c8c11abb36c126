// expect: threw
exports.onTest = async (event, api) => {
  api.emit(1n);
};
