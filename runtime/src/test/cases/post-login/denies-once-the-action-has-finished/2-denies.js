exports.onExecutePostLogin = async (event, api) => {
  api.access.deny('no consent');
  api.user.setAppMetadata('denied_at', event.transaction.id);
  api.idToken.setCustomClaim('https://example.com/after', true);
  console.log('still running');
};
