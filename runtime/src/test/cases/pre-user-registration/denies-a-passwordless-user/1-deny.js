// semantics 15: a signup by mail code is denied as any other
exports.onExecutePreUserRegistration = async (event, api) => {
  if (event.connection.strategy === 'email') api.access.deny('no mail signups', 'Use a password.');
};
