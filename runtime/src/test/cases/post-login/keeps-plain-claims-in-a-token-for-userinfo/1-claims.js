// semantics 70: that audience is not one of its own APIs
exports.onExecutePostLogin = async (event, api) => {
  api.accessToken.setCustomClaim('plan', 'gold');
};
