// Runs after a user was created. Nobody waits for it, and it can change nothing of the signup.
/** @type {Postern.OnExecutePostUserRegistration} */
exports.onExecutePostUserRegistration = async (event, api) => {
  console.log('welcome to', event.user.user_id);
};
