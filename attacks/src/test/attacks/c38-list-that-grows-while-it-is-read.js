// attack: 38 a list of factors that grows while it is read
// expect: paused
exports.onExecutePostLogin = async (event, api) => {
  const factors = [{ type: 'otp' }];
  factors.push({ get type() { factors.push({ type: 'phone' }, { type: 'nonsense' }); return 'phone'; } });
  api.authentication.challengeWithAny(factors);
};
