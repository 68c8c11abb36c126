// semantics 6, 44: methods and enrolled factors are those of the moment the Action began
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.enrollWith({ type: 'phone' });
  api.idToken.setCustomClaim('https://example.com/own', [event.authentication.methods, event.user.enrolledFactors]);
};
