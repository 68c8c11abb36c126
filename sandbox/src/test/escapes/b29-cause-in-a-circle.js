// expect: threw
exports.onTest = async (event, api) => {
  const error = new Error('circle');
  error.cause = error;
  throw error;
};
