// semantics 41: the count goes over all Actions of the flow, and one too many fails it
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.authentication.challengeWith({ type: 'phone' });
};
