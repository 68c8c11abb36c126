// attack: 51 resumes the login at another tenant
// expect: snapshot_foreign_tenant
// scenario: resumed-elsewhere
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
