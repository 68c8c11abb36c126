// semantics 36, 38: there is nothing to pick where only one is left; the log says what was left out
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }, { type: 'email' }]);
};
