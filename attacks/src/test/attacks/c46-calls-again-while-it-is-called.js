// attack: 46 calls a method of api from inside of its own arguments
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  let depth = 0;
  const again = { toJSON: () => (depth++ < 3 ? (api.idToken.setCustomClaim('claim' + depth, again), depth) : 'end') };
  api.idToken.setCustomClaim('claim', again);
  api.redirect.encodeToken({ secret: 's', payload: { get a() { api.idToken.setCustomClaim('more', 1); return 1; } } });
  api.cache.set('k', 'v', { get ttl() { api.cache.delete('k'); return 1000; } });
};
