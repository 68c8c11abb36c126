package dev.postern.cache;

import java.util.Map;

/**
 * Keeps the records of {@code api.cache}. Thread-safe. It is best effort (semantics 75): a record may be lost at any
 * time, but never shown in another scope, nor after it has expired. The runtime keeps the limits; a scope holds at most
 * twenty records of a few kilobytes.
 */
public interface CacheStore {

    /** The records of the scope that have not expired, by key. A copy. */
    Map<String, CacheRecord> records(CacheScope scope);

    void put(CacheScope scope, String key, CacheRecord record);

    void remove(CacheScope scope, String key);

    /** Keeps records in this process, for at most ten thousand scopes: those used last. */
    static CacheStore inMemory() {
        return new InMemoryCacheStore();
    }
}
