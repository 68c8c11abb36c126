// Admins give a second factor, which the next Action sees.
exports.onExecutePostLogin = async (event, api) => {
  const passed = (event.authentication?.methods ?? []).some(({ name }) => name === 'mfa');
  if (event.user.app_metadata?.admin && !passed) {
    api.authentication.challengeWithAny([{ type: 'otp' }, { type: 'phone' }]);
  }
};

exports.onContinuePostLogin = async () => {};
