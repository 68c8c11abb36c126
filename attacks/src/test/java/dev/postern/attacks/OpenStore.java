package dev.postern.attacks;

import dev.postern.snapshot.SnapshotStore;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A store that the attacker can write to: what is kept under an id can be anything. */
final class OpenStore implements SnapshotStore {

    private final SnapshotStore kept = SnapshotStore.inMemory();
    private final Map<String, byte[]> replaced = new ConcurrentHashMap<>();

    byte[] snapshot(String id) {
        return kept.find(id).orElseThrow() instanceof Stored.Waiting waiting ? waiting.snapshot() : new byte[0];
    }

    void replace(String id, byte[] snapshot) {
        replaced.put(id, snapshot);
    }

    void restore() {
        replaced.clear();
    }

    @Override
    public void save(String id, byte[] snapshot, Instant expiresAt) {
        kept.save(id, snapshot, expiresAt);
    }

    @Override
    public Optional<Stored> find(String id) {
        var other = replaced.get(id);
        return kept.find(id)
                .map(stored -> stored instanceof Stored.Waiting && other != null ? new Stored.Waiting(other) : stored);
    }

    @Override
    public boolean consume(String id) {
        return kept.consume(id);
    }

    @Override
    public int removeExpired(Instant now) {
        return kept.removeExpired(now);
    }
}
