// semantics 19, 34: what was asked for before the pause is discarded as well
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/before', true);
  api.authentication.challengeWith({ type: 'otp' });
};
