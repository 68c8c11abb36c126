// attack: 53 asks for a challenge, sends the user away, and asks again when they come back
// expect: completed
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.redirect.sendUserTo('https://app.example/');
};
exports.onContinuePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
