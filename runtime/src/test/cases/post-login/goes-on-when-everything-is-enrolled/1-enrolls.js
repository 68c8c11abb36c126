// semantics 43: with this setting a command with nothing left to enroll is left out
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.enrollWithAny([{ type: 'otp' }, { type: 'phone' }]);
};
