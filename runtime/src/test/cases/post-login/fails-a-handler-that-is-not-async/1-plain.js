// semantics 8: a handler that is a plain function is refused, with the form it should have
exports.onExecutePostLogin = (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
