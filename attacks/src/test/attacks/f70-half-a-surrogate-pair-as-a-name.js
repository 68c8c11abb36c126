// attack: 70 a name of metadata that is half of a surrogate pair, while the login is paused
// expect: command_invalid
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('a\ud83d', 1);
  api.authentication.challengeWith({ type: 'otp' });
};
