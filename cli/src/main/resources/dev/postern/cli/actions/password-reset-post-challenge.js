// Runs between the first challenge of a password reset and the new password.
/** @type {Postern.OnExecutePostChallenge} */
exports.onExecutePostChallenge = async (event, api) => {
  if (event.user.app_metadata.locked) {
    api.access.deny('This password cannot be reset here.');
  }
};

// Runs when the user is back from api.redirect.sendUserTo or has sent the form of api.prompt.render:
//
// /** @type {Postern.OnContinuePostChallenge} */
// exports.onContinuePostChallenge = async (event, api) => {};
