// api.cache. It reports failures by value and throws nothing.
(function ({ call: callHost, object }) {
  function isMissing(value) {
    return value === undefined || value === null;
  }

  function isTime(value) {
    return isMissing(value) || (typeof value === 'number' && value - value === 0);
  }

  function error(code) {
    return { type: 'error', code };
  }

  return () => ({
    delete(key) {
      return typeof key === 'string' ? callHost('cache.delete', { key }) : error('CacheKeyDoesNotExist');
    },
    get(key) {
      const found = typeof key === 'string' ? callHost('cache.get', { key }) : null;
      return found === null ? undefined : found;
    },
    set(key, value, options) {
      if (typeof key !== 'string' || typeof value !== 'string') return error('FailedToSetCacheRecord');
      const { ttl, expires_at } = isMissing(options) ? {} : options;
      if (!isTime(ttl) || !isTime(expires_at)) return error('InvalidExpiry');
      return callHost('cache.set', { key, value, ttl: ttl ?? null, expires_at: expires_at ?? null });
    },
  });
});
