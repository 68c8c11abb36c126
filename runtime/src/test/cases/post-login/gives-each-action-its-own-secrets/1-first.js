// semantics 5: an Action sees the secrets stored for it and for no other
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/first', Object.keys(event.secrets));
};
