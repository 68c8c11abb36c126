// semantics 43, 45: a command that showed nothing does not replace the policy
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWith({ type: 'otp' });
};
