exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/entries', Object.keys(event.session.metadata).length);
};
