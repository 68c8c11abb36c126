// semantics 26, 50: a silent login that MFA is due for is not let through
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
