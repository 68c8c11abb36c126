exports.onTest = async (event, api) => {
  api.emit('first');
};
exports.onTest = async (event, api) => {
  api.emit('second');
};
