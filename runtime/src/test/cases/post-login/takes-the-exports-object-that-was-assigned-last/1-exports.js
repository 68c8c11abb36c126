// semantics 8: module.exports replaces what was put on exports before
exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('the first');
};

module.exports = {
  async onExecutePostLogin(event, api) {
    api.idToken.setCustomClaim('https://example.com/handler', 'the last');
  },
};
