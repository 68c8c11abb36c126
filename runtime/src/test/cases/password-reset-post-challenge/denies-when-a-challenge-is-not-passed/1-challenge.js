// semantics 34: without the factor there is no new password, and no other Action runs
exports.onExecutePostChallenge = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
};
