// semantics 58: no browser takes part
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/can', api.redirect.canRedirect());
};
