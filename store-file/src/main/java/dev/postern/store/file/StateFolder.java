package dev.postern.store.file;

import dev.postern.action.ActionVersions;
import dev.postern.error.ActionsException;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * A folder with all that a flow needs to go on in another process: snapshots, the key that seals them, and the versions
 * of the Actions. Only its owner may read it. What lies in it survives a crash of the process and of the machine.
 *
 * <p>Thread-safe, also across processes of one machine. The key lies beside what it seals: the folder is as secret as
 * the logins paused in it.
 */
public final class StateFolder {

    private static final String KEY = "snapshot.key";
    private static final int KEY_BYTES = 32;

    private final Path folder;

    private StateFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens the folder, making it if it is not there.
     *
     * @throws ActionsException {@code snapshot_store_failed} where it cannot be made, or where POSIX permissions say that
     *     it is another user's or open to others
     */
    public static StateFolder open(Path folder) {
        DurableFiles.makeFolder(folder);
        PrivateFiles.requireFolder(folder);
        return new StateFolder(folder);
    }

    /** The paused flows. */
    public SnapshotStore snapshots() {
        return new FileSnapshotStore(folder.resolve("snapshots"));
    }

    /** The versions of the Actions in paused flows. */
    public ActionVersions actionVersions() {
        return new FileActionVersions(folder.resolve("actions"));
    }

    /** The folder's key, made when it is first asked for; refused as the folder is. */
    public SnapshotKeys keys() {
        var file = folder.resolve(KEY);
        try {
            if (!Files.exists(file)) {
                var key = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(key);
                DurableFiles.create(file, key); // or another process has, in this moment
            }
            PrivateFiles.requireFile(folder, KEY);
            return SnapshotKeys.of("state-folder", Files.readAllBytes(file));
        } catch (IOException | IllegalArgumentException e) {
            throw DurableFiles.failed("read the key in", folder, e);
        }
    }
}
