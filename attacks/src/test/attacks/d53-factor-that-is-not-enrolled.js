// attack: 53 asks for a factor that the user does not have
// expect: no_usable_factor
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'webauthn-roaming' });
};
