exports.onExecutePostLogin = async (event, api) => {
  if (!event.authentication.methods.some((method) => method.name === 'mfa')) {
    api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);
  }
};
