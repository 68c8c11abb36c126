exports.onTest = async (event, api) => {
  throw Object.freeze(new Error('frozen'));
};
