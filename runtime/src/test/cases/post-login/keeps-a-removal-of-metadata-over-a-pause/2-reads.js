exports.onExecutePostLogin = async (event, api) => {
  const { app_metadata } = event.user;
  api.idToken.setCustomClaim('https://example.com/after', { app_metadata, transaction: event.transaction.metadata });
};
