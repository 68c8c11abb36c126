// semantics 12, 13: the Action runs to its end, a challenge of it is not shown, no other Action runs
exports.onExecutePostChallenge = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' });
  api.transaction.setResultUrl('https://example.com/done');
  console.log(api.access.deny('the account is frozen'), 'still here');
};
