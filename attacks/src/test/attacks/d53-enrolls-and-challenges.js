// attack: 53 enrolls a factor, and challenges it in the same breath
// expect: enrollment_needs_challenge
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWith({ type: 'webauthn-roaming' });
  api.authentication.challengeWith({ type: 'webauthn-roaming' });
};
