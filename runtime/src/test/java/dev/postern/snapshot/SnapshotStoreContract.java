package dev.postern.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.snapshot.SnapshotStore.Stored;
import dev.postern.tenant.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every snapshot store promises. Each store has a subclass. */
public abstract class SnapshotStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3600);

    /** A store that keeps nothing yet. */
    protected abstract SnapshotStore newStore();

    /** The same store as another process sees it. */
    protected abstract SnapshotStore reopened(SnapshotStore store);

    @Test
    void findsWhatItSaved() {
        var store = newStore();
        var id = newId();
        store.save(id, new byte[] {1, 2, 3}, LATER);
        var found =
                assertInstanceOf(Stored.Waiting.class, reopened(store).find(id).orElseThrow());
        assertArrayEquals(new byte[] {1, 2, 3}, found.snapshot());
    }

    @Test
    void findsNothingUnderAnIdItDoesNotKnow() {
        var store = newStore();
        store.save(newId(), new byte[] {1}, LATER);
        assertEquals(Optional.empty(), store.find(newId()));
        assertEquals(Optional.empty(), store.find("../" + newId()));
        assertFalse(store.consume(newId()));
        assertFalse(store.consume(""));
    }

    @Test
    void isNotChangedThroughTheArrayItWasGiven() {
        var store = newStore();
        var id = newId();
        var bytes = new byte[] {1, 2, 3};
        store.save(id, bytes, LATER);
        bytes[0] = 9;
        var found = assertInstanceOf(Stored.Waiting.class, store.find(id).orElseThrow());
        assertArrayEquals(new byte[] {1, 2, 3}, found.snapshot());
    }

    @Test
    void refusesASecondSnapshotOfOneId() {
        var store = newStore();
        var id = newId();
        store.save(id, new byte[] {1}, LATER);
        assertThrows(IllegalStateException.class, () -> store.save(id, new byte[] {2}, LATER));
    }

    @Test
    void consumesOnceAndRemembersIt() {
        var store = newStore();
        var id = newId();
        store.save(id, new byte[] {1}, LATER);
        assertTrue(store.consume(id));
        assertFalse(store.consume(id));
        assertFalse(reopened(store).consume(id));
        assertInstanceOf(Stored.Consumed.class, reopened(store).find(id).orElseThrow());
    }

    @Test
    void hasOneWinnerAmongThoseWhoConsumeAtOnce() throws Exception {
        var threads = 8;
        var store = newStore();
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (var round = 0; round < 50; round++) {
                var id = newId();
                store.save(id, new byte[] {1}, LATER);
                var winners = new AtomicInteger();
                var consume = Collections.nCopies(threads, (Callable<Boolean>) () -> {
                    barrier.await();
                    return reopened(store).consume(id) && winners.incrementAndGet() > 0;
                });
                for (var done : pool.invokeAll(consume)) {
                    done.get();
                }
                assertEquals(1, winners.get());
            }
        }
    }

    @Test
    void removesWhatHasExpiredAndNothingElse() {
        var store = newStore();
        var expired = newId();
        var consumed = newId();
        var waiting = newId();
        store.save(expired, new byte[] {1}, NOW);
        store.save(consumed, new byte[] {2}, NOW);
        store.save(waiting, new byte[] {3}, NOW.plusMillis(1));
        assertTrue(store.consume(consumed));
        assertEquals(2, store.removeExpired(NOW));
        assertEquals(Optional.empty(), store.find(expired));
        assertEquals(Optional.empty(), store.find(consumed));
        assertInstanceOf(Stored.Waiting.class, store.find(waiting).orElseThrow());
    }

    private static String newId() {
        return ResumeToken.random(TenantId.of("acme")).snapshotId();
    }
}
