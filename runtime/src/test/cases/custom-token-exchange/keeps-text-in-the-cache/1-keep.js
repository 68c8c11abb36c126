// semantics 75: what was set can be read at once; what fails is said by the value returned
exports.onExecuteCustomTokenExchange = async (event, api) => {
  console.log(JSON.stringify(api.cache.get('token')));
  console.log(JSON.stringify(api.cache.set('token', 'abc', { ttl: 60000 })));
  console.log(api.cache.set('gone', 'x').type, JSON.stringify(api.cache.delete('gone')), api.cache.delete('gone').code);
  console.log(api.cache.get('token').value, api.cache.get('gone'));
  api.authentication.setUserById('auth0|1');
};
