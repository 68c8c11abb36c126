// semantics 4, 66, 72: queued removals and transaction metadata outlive a challenge, numbers keep their value
exports.onExecutePostLogin = async (event, api) => {
  api.user.setAppMetadata('gone', null);
  api.user.setAppMetadata('ratio', 0.1);
  api.transaction.setMetadata('count', 9007199254740991);
  api.transaction.setMetadata('ratio', 1.5);
  api.authentication.challengeWith({ type: 'otp' });
};
