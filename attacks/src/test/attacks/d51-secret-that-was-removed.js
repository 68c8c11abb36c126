// attack: 51 removes the secret of an Action while a login is paused
// expect: secret_missing
// scenario: secret-gone
exports.onExecutePostLogin = async (event, api) => {
  if (!event.secrets.TOKEN) throw new Error('no secret');
  api.authentication.challengeWith({ type: 'otp' });
};
