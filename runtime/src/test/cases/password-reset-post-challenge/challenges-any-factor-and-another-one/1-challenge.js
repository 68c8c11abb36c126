// semantics 36, 39, 40: two commands in call order; a picker where there is a choice; the next Action after both
exports.onExecutePostChallenge = async (event, api) => {
  console.log(api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone', options: { preferredMethod: 'sms' } }]));
  api.authentication.challengeWithAny([{ type: 'webauthn-roaming' }, { type: 'webauthn-platform' }]);
};
