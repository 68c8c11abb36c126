exports.onTest = async (event, api) => {
  throw 'plain text';
};
