exports.onTest = async (event, api) => {
  throw null;
};
