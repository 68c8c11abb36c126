// semantics 35: the other factors that can be challenged
exports.onExecutePostLogin = async (event, api) => {
  api.authentication.challengeWith({ type: 'webauthn-roaming' });
  api.authentication.challengeWith({ type: 'webauthn-platform' });
  api.authentication.challengeWith({ type: 'recovery-code' });
};
