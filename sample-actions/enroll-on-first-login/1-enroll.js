// A user without a factor enrolls one at the first login; the user picks which.
exports.onExecutePostLogin = async (event, api) => {
  const enrolled = event.user.enrolledFactors ?? [];
  if (enrolled.length === 0) {
    api.authentication.enrollWithAny([{ type: 'otp' }, { type: 'webauthn-platform' }, { type: 'phone' }]);
  }
};
