// semantics 39, 42: the challenge may come from an earlier Action
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }]);
};
