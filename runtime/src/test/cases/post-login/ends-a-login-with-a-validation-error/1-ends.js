// semantics 12, 13, 14: code and message are for the application; metadata stays, no Action follows
exports.onExecutePostLogin = async (event, api) => {
  const chained = api.validation.error('phone_missing', 'Add a phone number first.');
  api.user.setAppMetadata('chained', chained === api);
  api.idToken.setCustomClaim('https://example.com/never', true);
};
