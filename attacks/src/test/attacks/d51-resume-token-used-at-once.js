// attack: 51 uses a resume token many times at the same moment, on two servers
// expect: snapshot_replayed
// scenario: resumed-at-once
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
