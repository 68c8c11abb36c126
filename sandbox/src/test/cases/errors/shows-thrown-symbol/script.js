exports.onTest = async (event, api) => {
  throw Symbol('sym');
};
