exports.onExecutePreUserRegistration = async (event, api) => {
  if (!/@(acme|example)\.example$/.test(event.user.email ?? '')) {
    api.access.deny('a foreign address', 'Please use the address of your company.');
  }
};
