// semantics 38: a factor that the user does not have is left out; with none left the reset fails
exports.onExecutePostChallenge = async (event, api) => {
  api.authentication.challengeWith({ type: 'push-notification' }, { additionalFactors: [{ type: 'webauthn-platform' }] });
};
