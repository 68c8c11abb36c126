package dev.postern.snapshot;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps snapshots in a map. */
final class InMemorySnapshotStore implements SnapshotStore {

    private record Entry(Stored stored, Instant expiresAt) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();

    @Override
    public void save(String id, byte[] snapshot, Instant expiresAt) {
        if (entries.putIfAbsent(id, new Entry(new Stored.Waiting(snapshot.clone()), expiresAt)) != null) {
            throw new IllegalStateException("a snapshot of this id is kept already");
        }
    }

    @Override
    public Optional<Stored> find(String id) {
        return Optional.ofNullable(entries.get(id)).map(Entry::stored);
    }

    @Override
    public boolean consume(String id) {
        var entry = entries.get(id);
        return entry != null
                && entry.stored() instanceof Stored.Waiting
                && entries.replace(id, entry, new Entry(new Stored.Consumed(), entry.expiresAt()));
    }

    @Override
    public int removeExpired(Instant now) {
        var before = entries.size();
        entries.values().removeIf(entry -> !entry.expiresAt().isAfter(now));
        return before - entries.size();
    }
}
