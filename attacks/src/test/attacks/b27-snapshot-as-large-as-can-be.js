// attack: 27 a paused login with as much state as an Action can make
// expect: completed
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  for (let i = 0; i < 10; i++) api.user.setUserMetadata('key' + i, 'x'.repeat(1000));
  for (let i = 0; i < 20; i++) api.transaction.setMetadata('key' + i, 'y'.repeat(700));
  api.authentication.challengeWith({ type: 'otp' });
};
