exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/own', true);
  api.authentication.challengeWith({ type: 'webauthn-platform' });
};
