// semantics 7: after a pause the request is that of the answer, with nothing of the one before
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.idToken.setCustomClaim('https://example.com/before', event.request);
};
