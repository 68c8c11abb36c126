// attack: 28 more cache records, longer keys and larger values than there may be
// expect: completed
exports.onExecutePostLogin = async (event, api) => {
  const answers = [];
  for (let i = 0; i < 100; i++) answers.push(api.cache.set('key' + i, 'v'.repeat(1000)));
  answers.push(api.cache.set('k'.repeat(100000), 'v'), api.cache.set('k', 'v'.repeat(1000000)), api.cache.set('', ''));
  answers.push(api.cache.set('k', 'v', { ttl: -1 }), api.cache.set('k', 'v', { ttl: Infinity }), api.cache.set('k', 'v', { expires_at: -8.64e15 }));
  answers.push(api.cache.set(Symbol('k'), 'v'), api.cache.set('k', {}), api.cache.get({}), api.cache.delete(null));
  const kept = [...Array(100).keys()].filter((i) => api.cache.get('key' + i) !== undefined).length;
  if (kept > 20) throw new Error(kept + ' records are kept');
  if (!answers.some((answer) => answer?.type === 'error')) throw new Error('nothing was refused');
};
