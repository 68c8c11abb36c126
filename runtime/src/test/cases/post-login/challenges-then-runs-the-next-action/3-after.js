exports.onExecutePostLogin = async (event, api) => {
  const mfa = event.authentication.methods.find((method) => method.name === 'mfa');
  api.accessToken.setCustomClaim('https://example.com/mfa', mfa);
  api.idToken.setCustomClaim('https://example.com/logins', event.user.app_metadata.logins);
};
