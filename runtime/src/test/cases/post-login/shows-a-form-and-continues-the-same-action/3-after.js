exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/after', event.prompt.id);
};
