exports.onExecutePostLogin = async (event, api) => {
  const { user_metadata, app_metadata } = event.user;
  api.idToken.setCustomClaim('https://example.com/next', { user_metadata, app_metadata });
};
