const found = require('./lib/inner');
exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  emit(found);
};
