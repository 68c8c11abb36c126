// Asks for a second factor, unless one was given in this session. The flow pauses when this Action has ended.
exports.onExecutePostLogin = async (event, api) => {
  const methods = event.authentication?.methods ?? [];
  if (!methods.some((method) => method.name === 'mfa')) {
    api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);
  }
};
