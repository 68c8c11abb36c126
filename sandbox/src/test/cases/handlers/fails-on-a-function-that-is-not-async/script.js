exports.onTest = (event, api) => {
  api.emit('not called');
};
