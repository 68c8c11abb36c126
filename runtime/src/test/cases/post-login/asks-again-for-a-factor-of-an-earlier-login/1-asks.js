// semantics 37: what the session shows of an earlier login does not answer a challenge
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
