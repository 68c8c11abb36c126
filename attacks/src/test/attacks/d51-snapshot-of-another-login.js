// attack: 51 puts the snapshot of one login in the place of another
// expect: snapshot_corrupt
// scenario: snapshot-swapped
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
