// semantics 38: a default that is disabled or not enrolled is left out with a warning
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' }, { additionalFactors: [{ type: 'webauthn-roaming' }, { type: 'phone' }] });
};
