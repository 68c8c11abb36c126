exports.onTest = async (event, api) => {
  api.call('refuse', 'the host says no');
};
