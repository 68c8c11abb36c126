package dev.postern.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotStore;
import dev.postern.snapshot.SnapshotStoreContract;
import dev.postern.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileSnapshotStoreTest extends SnapshotStoreContract {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    @TempDir
    private Path temporary = Path.of(".");

    private Path folder = Path.of(".");

    @Override
    protected SnapshotStore newStore() {
        folder = temporary.resolve(UUID.randomUUID().toString());
        return StateFolder.open(folder).snapshots();
    }

    @Override
    protected SnapshotStore reopened(SnapshotStore store) {
        return StateFolder.open(folder).snapshots();
    }

    @Test
    void letsOnlyTheOwnerRead() throws IOException {
        var store = newStore();
        var id = ResumeToken.random(TenantId.of("acme")).snapshotId();
        store.save(id, new byte[] {1}, NOW);
        var snapshots = folder.resolve("snapshots");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshots)));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(snapshots.resolve(id + ".snapshot"))));
    }

    @Test
    void removesWhatACrashLeftHalfWritten() throws IOException {
        var store = newStore();
        var old = Files.write(folder.resolve("snapshots").resolve("a.tmp"), new byte[] {1});
        var recent = Files.write(folder.resolve("snapshots").resolve("b.tmp"), new byte[] {1});
        Files.setLastModifiedTime(old, FileTime.from(NOW.minusSeconds(7200)));
        Files.setLastModifiedTime(recent, FileTime.from(NOW.minusSeconds(1)));
        assertEquals(1, store.removeExpired(NOW));
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(recent));
    }

    @Test
    void removesTheRestWhereAnotherProcessRemovesAFileMeanwhile() throws IOException {
        var store = newStore();
        var snapshots = folder.resolve("snapshots");
        // A link to nothing is listed, and is not there when it is asked for: as a file that vanishes in between.
        Files.createSymbolicLink(snapshots.resolve("gone.tmp"), snapshots.resolve("nothing"));
        Files.createSymbolicLink(snapshots.resolve("gone.snapshot"), snapshots.resolve("nothing"));
        store.save(ResumeToken.random(TenantId.of("acme")).snapshotId(), new byte[] {1}, NOW);
        assertEquals(1, store.removeExpired(NOW));
    }

    @Test
    void leavesNoTemporaryFileBehind() throws IOException {
        var store = newStore();
        var id = ResumeToken.random(TenantId.of("acme")).snapshotId();
        store.save(id, new byte[] {1}, NOW);
        store.consume(id);
        try (var files = Files.list(folder.resolve("snapshots"))) {
            assertEquals(
                    id + ".used",
                    String.join(
                            " ",
                            files.map(file -> file.getFileName().toString()).toList()));
        }
    }
}
