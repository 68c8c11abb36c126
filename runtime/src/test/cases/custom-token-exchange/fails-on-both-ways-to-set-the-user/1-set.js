// semantics 77: exactly one of the two methods
exports.onExecuteCustomTokenExchange = async (event, api) => {
  api.authentication.setUserById('auth0|1');
  api.authentication.setUserByConnection('Legacy', { user_id: '1' }, { creationBehavior: 'none', updateBehavior: 'none' });
};
