// attack: 51 cuts a snapshot off at each of its bytes
// expect: snapshot_truncated
// scenario: snapshot-truncated
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
