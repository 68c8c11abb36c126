package dev.postern.snapshot;

final class InMemorySnapshotStoreTest extends SnapshotStoreContract {

    @Override
    protected SnapshotStore newStore() {
        return SnapshotStore.inMemory();
    }

    @Override
    protected SnapshotStore reopened(SnapshotStore store) {
        return store;
    }
}
