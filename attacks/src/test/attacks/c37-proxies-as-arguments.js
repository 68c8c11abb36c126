// attack: 37 proxies as arguments
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  let reads = 0;
  const lying = new Proxy({}, { get: (target, key) => (reads++, key === 'toJSON' ? undefined : reads), ownKeys: () => ['a', 'b'], getOwnPropertyDescriptor: () => ({ value: 1, enumerable: true, configurable: true }) });
  api.idToken.setCustomClaim('emitted', lying);
  console.log(lying);
  setTimeout(() => {}, new Proxy({}, { get: () => () => 5 }));
  clearTimeout(new Proxy({}, { get: () => 1, getPrototypeOf: () => Object.getPrototypeOf(setTimeout(() => {}, 1)) }));
  api.idToken.setCustomClaim('list', new Proxy([], { get: (target, key) => (key === 'length' ? 3 : key === 'toJSON' ? undefined : key) }));
};
