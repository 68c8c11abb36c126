// semantics 32: the methods of the session show MFA of an earlier login, so the Action asks no more
exports.onExecutePostLogin = async (event, api) => {
  if (event.authentication.methods.some(({ name }) => name === 'mfa')) {
    return api.idToken.setCustomClaim('https://example.com/first', 'there was mfa');
  }
  api.authentication.challengeWithAny([{ type: 'otp' }]);
};
