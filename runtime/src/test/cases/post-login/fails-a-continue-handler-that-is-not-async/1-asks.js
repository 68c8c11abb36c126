// semantics 8, 54: the same form is demanded of it, when it is its turn
exports.onExecutePostLogin = async (event, api) => {
  api.redirect.sendUserTo('https://example.com/terms');
};

exports.onContinuePostLogin = (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
