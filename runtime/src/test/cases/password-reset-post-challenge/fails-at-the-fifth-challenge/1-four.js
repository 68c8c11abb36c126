// semantics 41: four commands over all Actions, and no more
exports.onExecutePostChallenge = async (event, api) => {
  for (const type of ['otp', 'otp', 'otp', 'otp']) api.authentication.challengeWith({ type });
};
