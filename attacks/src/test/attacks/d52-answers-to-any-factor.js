// attack: 52 answers a choice of factors with one that is not among them
// expect: completed
// scenario: answered-wrongly
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);
};
