// semantics 39, 45: a challenge and an enrollment come in call order; they stand in for enable, which asks for nothing more
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.enrollWith({ type: 'webauthn-roaming' });
  api.multifactor.enable('any');
};
