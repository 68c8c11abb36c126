// The challenge of the embedding example. The claim shows that the MFA was seen at the end: there is one Action only, so
// the tenant's policy does not ask again, and the continue handler is never needed.
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.idToken.setCustomClaim('mfa', 'otp');
};
