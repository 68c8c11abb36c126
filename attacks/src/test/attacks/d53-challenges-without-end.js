// attack: 53 asks for one challenge after the other
// expect: mfa_command_limit
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 10; i++) api.authentication.challengeWith({ type: i % 2 ? 'otp' : 'phone' });
};
