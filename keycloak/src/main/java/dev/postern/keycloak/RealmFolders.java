package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.folder.FolderException;
import dev.postern.folder.TenantFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The folders of the realms, each with the realm's name; read anew some seconds after it was last. Thread-safe. */
final class RealmFolders {

    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Path root;
    private final Map<String, Read> folders = new ConcurrentHashMap<>();

    private record Read(TenantFolder folder, long nanoTime) {}

    RealmFolders(Path root) {
        this.root = requireNonNull(root, "root");
    }

    /**
     * The folder of a realm. That there is none is an error: a realm whose Actions are gone for a moment must not log in
     * without them.
     *
     * @throws FolderException if it is not there, or cannot be read
     */
    TenantFolder get(String realm) {
        var now = System.nanoTime();
        return folders.compute(
                        realm, (name, last) -> last != null && now - last.nanoTime() < FRESH_NANOS ? last : read(name))
                .folder();
    }

    private Read read(String realm) {
        var path = root.resolve(realm).normalize();
        try {
            // The name is an administrator's: it may be no way out of the root, and no other spelling of a name.
            if (!root.normalize().equals(path.getParent())
                    || !realm.equals(path.toRealPath().getFileName().toString())) {
                throw new FolderException("no folder of Actions can belong to a realm of this name");
            }
        } catch (IOException e) {
            throw new FolderException("the realm has no folder of Actions at " + path
                    + "; put its export there, or one with an empty object in triggers/triggers.json if it has none");
        }
        return new Read(TenantFolder.read(path, Map.of()), System.nanoTime());
    }
}
