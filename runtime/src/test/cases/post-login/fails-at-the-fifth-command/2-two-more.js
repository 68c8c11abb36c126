exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'email' });
  api.authentication.challengeWith({ type: 'webauthn-roaming' });
};
