// semantics 12: these give undefined, and awaiting them is harmless
exports.onExecutePostLogin = async (event, api) => {
  const answers = [
    api.accessToken.addScope('read:a'),
    api.accessToken.removeScope('read:b'),
    api.authentication.setPrimaryUser('auth0|2'),
    api.transaction.setMetadata('a', 'b'),
    api.authentication.challengeWith({ type: 'otp' }),
    api.authentication.challengeWithAny([{ type: 'otp' }]),
    api.authentication.enrollWith({ type: 'phone' }),
    api.authentication.enrollWithAny([{ type: 'phone' }]),
  ];
  await answers[0];
  api.idToken.setCustomClaim('https://example.com/types', answers.map((answer) => typeof answer));
};
