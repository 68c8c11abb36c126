// attack: 52 answers a challenge with other factors, other answers and forged tokens
// expect: completed
// scenario: answered-wrongly
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
