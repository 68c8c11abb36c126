package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.folder.TenantFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folders of the realms, each with the realm's name; read anew some seconds after it was last. Thread-safe. */
final class RealmFolders {

    private static final long FRESH_NANOS = 10_000_000_000L;

    private final Path root;
    private final Map<String, Read> folders = new ConcurrentHashMap<>();

    private record Read(Optional<TenantFolder> folder, long nanoTime) {}

    RealmFolders(Path root) {
        this.root = requireNonNull(root, "root");
    }

    /** @throws dev.postern.folder.FolderException if it is there and cannot be read */
    Optional<TenantFolder> find(String realm) {
        var now = System.nanoTime();
        return folders.compute(
                        realm, (name, last) -> last != null && now - last.nanoTime() < FRESH_NANOS ? last : read(name))
                .folder();
    }

    private Read read(String realm) {
        var path = root.resolve(realm).normalize();
        // The name is an administrator's: it may be no way out of the root.
        var folder = root.normalize().equals(path.getParent()) && Files.isDirectory(path)
                ? Optional.of(TenantFolder.read(path, Map.of()))
                : Optional.<TenantFolder>empty();
        return new Read(folder, System.nanoTime());
    }
}
