// semantics 26: low confidence alone is no reason for MFA
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
