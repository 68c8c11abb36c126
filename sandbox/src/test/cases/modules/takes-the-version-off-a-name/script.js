exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  emit(require('pkg@1.2.3'), require('@scope/pkg@2'), require('pkg@1/sub') );
};
