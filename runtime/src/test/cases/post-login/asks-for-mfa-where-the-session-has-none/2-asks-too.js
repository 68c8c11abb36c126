exports.onExecutePostLogin = async (event, api) => {
  if (event.authentication.methods.some(({ name }) => name === 'mfa')) {
    return api.idToken.setCustomClaim('https://example.com/second', 'there was mfa');
  }
  api.authentication.challengeWithAny([{ type: 'otp' }]);
};
