exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/second', Object.keys(event.secrets));
};
