// semantics 48: sms is no type of a factor; the call fails at its line
exports.onExecutePostChallenge = async (event, api) => {
  api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'sms' }]);
};
