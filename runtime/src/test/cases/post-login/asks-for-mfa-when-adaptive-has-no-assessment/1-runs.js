// semantics 26: without an assessment nothing speaks for the login
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
