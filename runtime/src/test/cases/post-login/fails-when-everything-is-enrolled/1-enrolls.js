// semantics 43: by default a command with nothing left to enroll fails the login
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.enrollWithAny([{ type: 'otp' }, { type: 'phone' }]);
};
