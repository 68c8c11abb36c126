// attack: 53 denies and asks for a challenge
// expect: denied
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.access.deny('no');
  api.authentication.challengeWith({ type: 'phone' });
};
