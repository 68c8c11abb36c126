exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  emit(require('./a'), require('./b'), require('./a') === require('./a'));
};
