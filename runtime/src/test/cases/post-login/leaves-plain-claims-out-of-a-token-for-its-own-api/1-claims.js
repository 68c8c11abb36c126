// semantics 70: a token for the identity server itself takes namespaced claims only; the ID token is not concerned
exports.onExecutePostLogin = async (event, api) => {
  for (const token of [api.idToken, api.accessToken]) {
    token.setCustomClaim('plan', 'gold');
    token.setCustomClaim('https://example.com/plan', 'gold');
    token.setCustomClaim('urn:example:plan', 'gold');
  }
};
