// semantics 75: the next Action finds what one has kept; what fails is said by the value returned
exports.onExecuteSendPhoneMessage = async (event, api) => {
  console.log(JSON.stringify(api.cache.get('token')));
  console.log(JSON.stringify(api.cache.set('token', 'abc', { ttl: 60000 })));
  console.log(api.cache.set('gone', 'x').type, JSON.stringify(api.cache.delete('gone')), api.cache.delete('gone').code);
};
