package dev.postern.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A map of records for each scope. Expired ones stay until the runtime, which has the clock, removes them. */
final class InMemoryCacheStore implements CacheStore {

    private static final int SCOPES = 10_000;
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Made when the first Action uses the cache, which few runs of the command line do. */
    private volatile @Nullable Cache<CacheScope, Map<String, CacheRecord>> scopes;

    @Override
    public Map<String, CacheRecord> records(CacheScope scope) {
        return Map.copyOf(scope(scope));
    }

    @Override
    public Optional<String> put(
            CacheScope scope,
            String key,
            CacheRecord record,
            Function<Map<String, CacheRecord>, Optional<String>> refusal) {
        var records = scope(scope);
        synchronized (records) {
            var others = new HashMap<>(records);
            others.remove(key);
            var refused = refusal.apply(others);
            if (refused.isEmpty()) {
                records.put(key, record);
            }
            return refused;
        }
    }

    @Override
    public void remove(CacheScope scope, String key) {
        scope(scope).remove(key);
    }

    private Map<String, CacheRecord> scope(CacheScope scope) {
        return scopes().get(scope, unused -> new ConcurrentHashMap<>());
    }

    private Cache<CacheScope, Map<String, CacheRecord>> scopes() {
        var made = scopes;
        if (made == null) {
            synchronized (this) {
                made = scopes == null
                        ? Caffeine.newBuilder()
                                .maximumSize(SCOPES)
                                .expireAfterAccess(LONGEST)
                                .build()
                        : scopes;
                scopes = made;
            }
        }
        return made;
    }
}
