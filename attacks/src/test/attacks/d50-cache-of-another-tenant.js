// attack: 50 reads from the cache what another tenant has put there
// expect: completed
// scenario: later-login
exports.onExecutePostLogin = async (event, api) => {
  const keys = ['key', 'other:key', 'mallory:key', 'mallory\0key', '../key', 'mallory/post-login/key', '', '*', '%', 'key\nother'];
  if (event.request.query.turn === 'later') {
    const found = keys.map((key) => api.cache.get(key)).filter((record) => record !== undefined);
    const others = found.filter(({ value }) => value !== event.secrets.TOKEN && /^(of-|correct-)/.test(value));
    if (others.length > 0) throw new Error('of another tenant: ' + JSON.stringify(others));
  }
  for (const key of keys) api.cache.set(key, event.secrets.TOKEN);
};
