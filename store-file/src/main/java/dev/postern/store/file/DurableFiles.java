package dev.postern.store.file;

import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;

/** Files that are there whole or not at all, also after a crash, and that only their owner can read. */
final class DurableFiles {

    static final String TEMPORARY = ".tmp";

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] OWNER_ONLY_FOLDER = permissions("rwx------");
    private static final FileAttribute<?>[] OWNER_ONLY_FILE = permissions("rw-------");

    private DurableFiles() {}

    /** Makes the folder, and those above it that are missing; a crash after that takes none of them away. */
    static void makeFolder(Path folder) {
        var parent = folder.toAbsolutePath().getParent();
        if (parent == null || Files.isDirectory(folder)) {
            return;
        }
        makeFolder(parent);
        try {
            Files.createDirectories(folder, OWNER_ONLY_FOLDER); // or another process has, in this moment
            syncFolder(parent);
        } catch (IOException e) {
            throw failed("make", folder, e);
        }
    }

    /** Creates the file with this content, and tells whether it was this call that did: false if it is there already. */
    static boolean create(Path file, byte[] content) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("not a file: " + file);
        }
        var temporary = folder.resolve(UUID.randomUUID() + TEMPORARY);
        try {
            write(temporary, content);
            try {
                // A link is made only where there is none yet, which a rename does not promise.
                Files.createLink(file, temporary);
                syncFolder(folder);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.delete(temporary);
            }
        } catch (IOException | UnsupportedOperationException e) {
            throw failed("write to", folder, e);
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(file, options, OWNER_ONLY_FILE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    static void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    static ActionsException failed(String what, Path folder, Exception cause) {
        return new ActionsException(
                ErrorCode.SNAPSHOT_STORE_FAILED,
                "cannot " + what + " the state folder " + folder + "; check that it can be written and has room",
                cause);
    }

    private static FileAttribute<?>[] permissions(String mode) {
        return POSIX
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
