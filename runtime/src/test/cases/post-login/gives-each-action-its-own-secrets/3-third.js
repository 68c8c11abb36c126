exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/third', Object.keys(event.secrets));
};
