// Runs before a user is created.
/** @type {Postern.OnExecutePreUserRegistration} */
exports.onExecutePreUserRegistration = async (event, api) => {
  const { email } = event.user;
  if (email === undefined || email.endsWith('@example.org')) {
    api.access.deny('signup without an address of ours', 'Please sign up with another address.');
  }
};
