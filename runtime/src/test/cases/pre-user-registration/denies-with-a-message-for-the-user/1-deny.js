// semantics 15: the reason is for the log, the message for the user; the Action runs to its end, no other runs, and there is no user to keep metadata for
exports.onExecutePreUserRegistration = async (event, api) => {
  api.user.setUserMetadata('plan', 'free');
  const returned = api.access.deny('domain example.com is blocked', 'Please use another address.');
  console.log('still here', returned === api);
};
