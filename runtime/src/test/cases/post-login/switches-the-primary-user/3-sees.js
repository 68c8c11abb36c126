exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/metadata', event.user.user_metadata);
};
