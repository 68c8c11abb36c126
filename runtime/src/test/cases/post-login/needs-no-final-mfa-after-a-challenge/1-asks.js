// semantics 45: a challenge an Action asked for stands in for enable and for the policy
exports.onExecutePostLogin = async (event, api) => {
  api.multifactor.enable('any');
  api.authentication.challengeWith({ type: 'otp' });
};
