exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/next', event.refresh_token.metadata);
};
