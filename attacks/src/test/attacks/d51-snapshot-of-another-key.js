// attack: 51 has a snapshot opened with another key, or as another schema
// expect: snapshot_unknown_key
// scenario: snapshot-of-another-key
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
