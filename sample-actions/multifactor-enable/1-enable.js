// Asks for MFA at the end of the login: after all Actions, not after this one.
exports.onExecutePostLogin = async (event, api) => {
  if (event.user.app_metadata.use_mfa) {
    api.multifactor.enable('any', { allowRememberBrowser: false });
  }
};
