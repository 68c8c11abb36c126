// At the first login the user enrolls one-time passwords; at every other one of them is asked for.
exports.onExecutePostLogin = async (event, api) => {
  const factors = event.user.enrolledFactors ?? [];
  if (factors.some(({ type }) => type === 'otp')) {
    api.authentication.challengeWith({ type: 'otp' });
  } else {
    api.authentication.enrollWith({ type: 'otp' });
  }
};
