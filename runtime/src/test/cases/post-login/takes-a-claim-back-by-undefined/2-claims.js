exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/a', undefined);
  api.idToken.setCustomClaim('https://example.com/c', null);
};
