// semantics 36: one factor passed is asked for directly
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }]);
};
