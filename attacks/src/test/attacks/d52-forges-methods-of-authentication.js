// attack: 52 adds factors and methods to its own event, as if the user had passed them
// expect: paused
exports.onExecutePostLogin = async (event, api) => {
  event.authentication = { methods: [{ name: 'mfa', type: 'otp', timestamp: new Date().toISOString() }] };
  event.user.enrolledFactors = [{ type: 'email' }, { type: 'webauthn-roaming' }];
  event.user.user_id = 'auth0|victim';
  event.transaction.protocol = 'oauth2-password';
  api.authentication.challengeWith({ type: 'otp' });
};
