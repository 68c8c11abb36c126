// semantics 14, 34: the next Action does not run, and nothing is kept
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/asked', true);
  api.authentication.challengeWith({ type: 'otp' });
};
