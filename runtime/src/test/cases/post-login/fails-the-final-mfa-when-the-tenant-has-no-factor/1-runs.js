// semantics 26, 27: MFA that nobody can pass is not skipped
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/ran', true);
};
