// attack: 53 offers a thousand factors
// expect: paused
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'otp' }, { additionalFactors: new Array(1000).fill({ type: 'phone' }) });
};
