exports.onTest = async function* (event, api) {
  api.emit('not called');
};
