exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.user.username === 'mallory') {
    api.access.deny('mallory is not welcome', 'We do not know you.');
  }
  api.user.setUserMetadata('by', 'form');
};
