// semantics 10, 26, 31: an exchange runs the Actions but is no login that the policy asks MFA of
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/protocol', event.transaction.protocol);
};
