package dev.postern.store.file;

import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Set;

/**
 * Refuses what other users of the machine could read or change, or have put there: with the key they could open paused
 * logins, or make some. A file system without POSIX permissions is trusted.
 */
final class PrivateFiles {

    private static final Set<PosixFilePermission> OF_THE_OWNER = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles() {}

    static void requireFolder(Path folder) {
        require(folder, folder, "700");
    }

    /** The file must lie in a folder that was required before. */
    static void requireFile(Path folder, String name) {
        require(folder.resolve(name), folder, "600");
    }

    private static void require(Path path, Path folder, String mode) {
        // A link may lead to a folder that is private today, and elsewhere tomorrow.
        var view = Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            return;
        }
        try {
            var found = view.readAttributes();
            if (found.isSymbolicLink()) {
                throw refused(path, "is a symbolic link; use what it leads to");
            }
            if (!found.owner().equals(user(folder))) {
                throw refused(
                        path,
                        "belongs to " + found.owner().getName()
                                + "; use a state folder that the user of this process has made");
            }
            if (!OF_THE_OWNER.containsAll(found.permissions())) {
                throw refused(
                        path,
                        "is open to other users (" + PosixFilePermissions.toString(found.permissions())
                                + "); run: chmod " + mode + " " + path);
            }
        } catch (IOException e) {
            throw DurableFiles.failed("use", folder, e);
        }
    }

    /** Who owns what this process makes there, which the name of its user does not tell in every container. */
    private static UserPrincipal user(Path folder) throws IOException {
        var probe = Files.createTempFile(folder, "", DurableFiles.TEMPORARY);
        try {
            return Files.getOwner(probe);
        } finally {
            Files.delete(probe);
        }
    }

    private static ActionsException refused(Path path, String why) {
        return new ActionsException(ErrorCode.SNAPSHOT_STORE_FAILED, path + " " + why);
    }
}
