package dev.postern.store.file;

import dev.postern.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keeps each snapshot in {@code <id>.snapshot}, behind eight bytes that say when it expires. {@code <id>.used} takes its
 * place once it is consumed: whoever creates that file has won.
 */
final class FileSnapshotStore implements SnapshotStore {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{64}");
    private static final String WAITING = ".snapshot";
    private static final String USED = ".used";

    private final Path folder;

    FileSnapshotStore(Path folder) {
        DurableFiles.makeFolder(folder);
        this.folder = folder;
    }

    @Override
    public void save(String id, byte[] snapshot, Instant expiresAt) {
        var content = ByteBuffer.allocate(Long.BYTES + snapshot.length)
                .putLong(expiresAt.toEpochMilli())
                .put(snapshot);
        if (!DurableFiles.create(file(id, WAITING), content.array())) {
            throw new IllegalStateException("a snapshot of this id is kept already");
        }
    }

    @Override
    public Optional<Stored> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        try {
            // The trace is looked for last: a snapshot that is consumed in between is then seen as such.
            var content = read(file(id, WAITING));
            if (Files.exists(file(id, USED))) {
                return Optional.of(new Stored.Consumed());
            }
            return content.map(bytes ->
                    new Stored.Waiting(Arrays.copyOfRange(bytes, Math.min(Long.BYTES, bytes.length), bytes.length)));
        } catch (IOException e) {
            throw DurableFiles.failed("read", folder, e);
        }
    }

    @Override
    public boolean consume(String id) {
        if (!ID.matcher(id).matches()) {
            return false;
        }
        try {
            var content = read(file(id, WAITING));
            if (content.isEmpty()) {
                return false;
            }
            var expiry = Arrays.copyOf(content.get(), Long.BYTES);
            if (!DurableFiles.create(file(id, USED), expiry)) {
                return false;
            }
            Files.deleteIfExists(file(id, WAITING));
            return true;
        } catch (IOException e) {
            throw DurableFiles.failed("write to", folder, e);
        }
    }

    @Override
    public int removeExpired(Instant now) {
        var removed = 0;
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (isOver(file, now) && Files.deleteIfExists(file)) {
                    removed++;
                }
            }
            return removed;
        } catch (IOException | DirectoryIteratorException e) {
            throw DurableFiles.failed("clean", folder, e);
        }
    }

    private static boolean isOver(Path file, Instant now) throws IOException {
        if (file.toString().endsWith(DurableFiles.TEMPORARY)) {
            // Left by a crash: a write takes no hour.
            return lastModified(file)
                    .filter(time -> time.isBefore(now.minusSeconds(3600)))
                    .isPresent();
        }
        var content = read(file);
        return content.isPresent()
                && content.get().length >= Long.BYTES
                && ByteBuffer.wrap(content.get()).getLong() <= now.toEpochMilli();
    }

    private static Optional<Instant> lastModified(Path file) throws IOException {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> read(Path file) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path file(String id, String suffix) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a snapshot's id has 64 hexadecimal digits");
        }
        return folder.resolve(id + suffix);
    }
}
