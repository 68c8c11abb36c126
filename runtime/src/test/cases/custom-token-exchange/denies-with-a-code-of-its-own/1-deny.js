// semantics 12, 17: any code is taken; deny returns nothing; nothing of the exchange is kept
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserById('auth0|1');
  api.user.setAppMetadata('attempts', 3);
  console.log(api.access.deny('policy_violation', 'no exchange at night'));
};
