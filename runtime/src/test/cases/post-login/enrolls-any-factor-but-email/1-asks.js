// semantics 35: an address comes with the profile, so asking to enroll it is an argument error
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.enrollWithAny([
    { type: 'otp' },
    { type: 'phone', options: { preferredMethod: 'sms' } },
    { type: 'push', options: { otpFallback: false } },
    { type: 'webauthn-roaming' },
    { type: 'webauthn-platform' },
    { type: 'recovery-code' },
  ]);
  try {
    api.authentication.enrollWith({ type: 'email' });
  } catch (error) {
    console.log(error.message);
  }
};
