exports.onTest = async (event, api) => {
  require('lodash');
};
