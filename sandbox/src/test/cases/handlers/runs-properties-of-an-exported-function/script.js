module.exports = function () {};
module.exports.onTest = async (event, api) => {
  api.emit('ran');
};
