// attack: 51 writes what looks like the state of a paused login into its own metadata
// expect: completed
// scenario: answered
exports.onExecutePostLogin = async (event, api) => {
  const forged = { flow: { position: 99, mfa: { passed: ['otp'], demands: [] } }, state: 'completed' };
  for (const [name, value] of Object.entries(forged)) {
    api.user.setAppMetadata(name, value);
    api.transaction.setMetadata(name, JSON.stringify(value).slice(0, 100));
  }
  event.flow = forged.flow;
  api.authentication.challengeWith({ type: 'otp' });
};
