// attack: 51 changes each byte of a snapshot
// expect: snapshot_corrupt
// scenario: snapshot-changed
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
