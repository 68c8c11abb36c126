// semantics 6, 34, 36, 44: the flow pauses after the Action; the next one sees the factor passed, and MFA passed before is not asked again
exports.onExecutePostChallenge = async (event, api) => {
  const { type } = event.user.enrolledFactors[2];
  console.log(api.authentication.challengeWith({ type }, { additionalFactors: [{ type: 'otp' }, { type: 'email' }] }));
};
