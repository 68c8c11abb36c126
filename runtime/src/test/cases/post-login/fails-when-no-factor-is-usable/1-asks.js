// semantics 38: a challenge nobody can pass fails the login and is not skipped
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);
  api.user.setAppMetadata('asked', true);
};
