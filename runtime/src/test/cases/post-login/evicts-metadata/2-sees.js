exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/next', event.session.metadata);
};
