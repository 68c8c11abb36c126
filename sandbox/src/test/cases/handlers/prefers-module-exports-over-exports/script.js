exports.onTest = async (event, api) => {
  api.emit('exports');
};
module.exports = {
  onTest: async (event, api) => {
    api.emit('module.exports');
  },
};
