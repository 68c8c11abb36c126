package dev.postern.snapshot;

import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sealed snapshots. Thread-safe, also across the processes that share it. A store need not keep a secret: what it
 * gets is encrypted and authenticated. It must keep one promise: {@link #consume} says yes once.
 *
 * <p>A store that cannot do its work throws an {@link dev.postern.error.ActionsException} of
 * {@code snapshot_store_failed}; the flow then does not go on.
 */
public interface SnapshotStore {

    /** Keeps the snapshot under this new id. When it returns, a crash no longer loses it (as far as the store is durable). */
    void save(String id, byte[] snapshot, Instant expiresAt);

    /** What is kept under this id, if anything is. */
    Optional<Stored> find(String id);

    /** Marks the snapshot as used: true for one caller, false for all others and for an unknown id. Durable as well. */
    boolean consume(String id);

    /** Removes what has expired by then, used or not, and tells how many. */
    int removeExpired(Instant now);

    /** What is kept under an id. */
    sealed interface Stored {
        /** A snapshot that was not used yet. */
        @SuppressWarnings("ArrayRecordComponent") // bytes as they are; never compared
        record Waiting(byte[] snapshot) implements Stored {}

        /** The trace of one that was. */
        record Consumed() implements Stored {}
    }

    /** Keeps snapshots in this process: for tests, and for servers that may lose paused logins when they stop. */
    static SnapshotStore inMemory() {
        return new InMemorySnapshotStore();
    }
}
