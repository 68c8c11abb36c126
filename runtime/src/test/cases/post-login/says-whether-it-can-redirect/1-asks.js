// semantics 58: true where a browser may be shown something
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/can', api.redirect.canRedirect());
};
