// semantics 32, 44: who asks for MFA only where there was none asks once, and the next Action sees it
exports.onExecutePostLogin = async (event, api) => {
  if (event.authentication.methods.some(({ name }) => name === 'mfa')) {
    return api.idToken.setCustomClaim('https://example.com/first', 'there was mfa');
  }
  api.authentication.challengeWithAny([{ type: 'otp' }]);
};
