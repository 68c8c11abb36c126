exports.onTest = async (event, api) => {
  throw undefined;
};
