// api.cache. It reports failures by value and throws nothing.
(function ({ call: callHost }) {
  function isTime(value) {
    return value === undefined || (typeof value === 'number' && value - value === 0);
  }

  function error(code) {
    return { type: 'error', code };
  }

  return () => ({
    delete(key) {
      return typeof key === 'string' ? callHost('cache.delete', { __proto__: null, key }) : error('CacheKeyDoesNotExist');
    },
    get(key) {
      const found = typeof key === 'string' ? callHost('cache.get', { __proto__: null, key }) : null;
      return found === null ? undefined : found;
    },
    set(key, value, options) {
      if (typeof key !== 'string' || typeof value !== 'string') return error('FailedToSetCacheRecord');
      const { ttl, expires_at } = options ?? {};
      if (!isTime(ttl) || !isTime(expires_at)) return error('InvalidExpiry');
      return callHost('cache.set', { __proto__: null, key, value, ttl, expires_at });
    },
  });
});
