const { double } = require('./lib/double');
const same = require('./lib/double.js');
exports.onTest = async (event, api) => {
  const emit = (...values) => api.emit(values);
  emit(double(21), same.double === double);
  emit(require('./lib'), require('./lib/'), require('./data'), require('./data.json') === require('./data'));
  emit(require('./both'), require('./both/'), require('./lib/deep/up'));
  emit(require.resolve('./lib'), __filename, __dirname);
};
