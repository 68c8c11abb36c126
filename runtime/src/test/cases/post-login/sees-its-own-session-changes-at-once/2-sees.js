exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/session', event.session);
  api.session.setMetadata('newer', '3');
};
