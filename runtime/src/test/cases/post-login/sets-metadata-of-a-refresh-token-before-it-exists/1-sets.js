// semantics 73: a login may set it for the token it will give, 25 entries over all Actions; the event shows no token
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 1; i <= 25; i++) api.refreshToken.setMetadata('k' + i, 'v');
  api.refreshToken.deleteMetadata('k1');
  api.idToken.setCustomClaim('https://example.com/token', String(event.refresh_token));
  api.authentication.challengeWith({ type: 'otp' });
};
