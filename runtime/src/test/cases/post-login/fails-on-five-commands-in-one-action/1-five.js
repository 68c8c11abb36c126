// semantics 41: five at once are too many as well
exports.onExecutePostLogin = async (event, api) => {
  for (const type of ['otp', 'phone', 'email', 'webauthn-roaming', 'webauthn-platform']) {
    api.authentication.challengeWith({ type });
  }
};
