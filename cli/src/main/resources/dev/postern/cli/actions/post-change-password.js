// Runs after a user has changed the password. Nobody waits for it, and it can change nothing of that.
/** @type {Postern.OnExecutePostChangePassword} */
exports.onExecutePostChangePassword = async (event, api) => {
  console.log('password changed of', event.user.user_id);
};
