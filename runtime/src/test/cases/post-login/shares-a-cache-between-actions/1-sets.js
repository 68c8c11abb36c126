// semantics 62, 75: what one Action keeps the next one finds; failures are values, and nothing throws
exports.onExecutePostLogin = async (event, api) => {
  api.idToken.setCustomClaim('https://example.com/answers', [
    api.cache.get('token') ?? 'nothing yet',
    api.cache.set('token', 'abc'),
    api.cache.set('short', 'abc', { ttl: 1000, expires_at: Date.now() + 5000 }),
    api.cache.set('long', 'abc', { ttl: 48 * 3600 * 1000 }),
    api.cache.set('past', 'abc', { expires_at: Date.now() }),
    api.cache.set('odd', 'abc', { ttl: NaN }),
    api.cache.set('odd', 7),
    api.cache.delete('long'),
    api.cache.delete('long'),
  ]);
};
