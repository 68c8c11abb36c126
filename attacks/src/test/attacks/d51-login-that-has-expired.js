// attack: 51 resumes a login that has expired
// expect: snapshot_expired
// scenario: resumed-late
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
