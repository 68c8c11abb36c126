// A mail alone resets no password of a user who has a second factor.
exports.onExecutePostChallenge = async (event, api) => {
  const factors = (event.user.enrolledFactors ?? []).filter(({ type }) => type !== 'email');
  if (factors.length > 0) {
    api.authentication.challengeWithAny(factors.map(({ type }) => ({ type })));
  } else if (event.authorization.roles.includes('admin')) {
    api.access.deny('administrators without a second factor call the service desk');
  }
};
