// attack: 51 replaces the code of an Action while a login is paused
// expect: action_version_missing
// scenario: version-gone
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
