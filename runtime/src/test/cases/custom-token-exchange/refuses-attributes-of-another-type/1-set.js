// semantics 77: connection, user_id and both behaviors are needed; attributes are texts or booleans
exports.onExecuteCustomTokenExchange = async (event, api) => {
  const none = { creationBehavior: 'none', updateBehavior: 'none' };
  const refused = [];
  for (const args of [
    ['', { user_id: '1' }, none],
    [7, { user_id: '1' }, none],
    ['Legacy', undefined, none],
    ['Legacy', {}, none],
    ['Legacy', { user_id: '' }, none],
    ['Legacy', { user_id: '1', email: 7 }, none],
    ['Legacy', { user_id: '1', email_verified: 'yes' }, none],
    ['Legacy', { user_id: '1' }],
    ['Legacy', { user_id: '1' }, { updateBehavior: 'none' }],
    ['Legacy', { user_id: '1' }, { creationBehavior: 'none' }],
    ['Legacy', { user_id: '1' }, { creationBehavior: 'create', updateBehavior: 'none' }],
    ['Legacy', { user_id: '1' }, { creationBehavior: 'none', updateBehavior: 'merge' }],
  ]) {
    try {
      api.authentication.setUserByConnection(...args);
    } catch (error) {
      refused.push(error.name);
    }
  }
  for (const id of ['', 7, null, undefined]) {
    for (const method of ['setUserById', 'setOrganization']) {
      try {
        api.authentication[method](id);
      } catch (error) {
        refused.push(error.name);
      }
    }
  }
  console.log(refused.length, [...new Set(refused)].join());
  api.authentication.setUserById('auth0|1');
};
