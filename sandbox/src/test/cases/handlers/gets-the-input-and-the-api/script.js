exports.onTest = async (event, api) => {
  api.emit(event.user.name);
  api.emit(event);
};
exports.onOther = async (event, api) => {
  api.emit('not called');
};
