// Runs after authentication, before tokens are issued.
/** @type {Postern.OnExecutePostLogin} */
exports.onExecutePostLogin = async (event, api) => {
  const roles = event.authorization?.roles ?? [];
  api.idToken.setCustomClaim('https://example.com/roles', roles);
};

// Runs when the user is back from api.redirect.sendUserTo or has sent the form of api.prompt.render:
//
// /** @type {Postern.OnContinuePostLogin} */
// exports.onContinuePostLogin = async (event, api) => {};
