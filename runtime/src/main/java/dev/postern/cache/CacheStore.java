package dev.postern.cache;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the records of {@code api.cache}. Thread-safe. It is best effort (semantics 75): a record may be lost at any
 * time, but never shown in another scope, nor after it has expired. The runtime keeps the limits; a scope holds at most
 * twenty records of a few kilobytes.
 */
public interface CacheStore {

    /** The records of the scope that have not expired, by key. A copy. */
    Map<String, CacheRecord> records(CacheScope scope);

    /**
     * Puts the record, unless the other records of the scope leave no room for it. As one step: between the question and
     * the record no other one comes into the scope.
     *
     * @param refusal why there is no room, of a copy of the scope's other records; it may be asked more than once
     * @return what it gave
     */
    Optional<String> put(
            CacheScope scope,
            String key,
            CacheRecord record,
            Function<Map<String, CacheRecord>, Optional<String>> refusal);

    void remove(CacheScope scope, String key);

    /** Keeps records in this process, for at most ten thousand scopes: those used last. */
    static CacheStore inMemory() {
        return new InMemoryCacheStore();
    }
}
