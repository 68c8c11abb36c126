// semantics 11, 26: the policy asks after the Actions
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
