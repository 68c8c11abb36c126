// attack: 51 uses a resume token again
// expect: snapshot_replayed
// scenario: resumed-twice
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
