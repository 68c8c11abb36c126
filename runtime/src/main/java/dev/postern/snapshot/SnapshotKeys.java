package dev.postern.snapshot;

import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that snapshots are sealed with: one for new ones, and those of before that still open old ones. To change the
 * key, add the new one in front, and drop the old one once the longest pause is over.
 */
public final class SnapshotKeys {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final String current;
    private final Map<String, SecretKey> keys;

    private SnapshotKeys(String current, Map<String, SecretKey> keys) {
        this.current = current;
        this.keys = Map.copyOf(keys);
    }

    /** A key of 16, 24 or 32 bytes under an id of 1 to 64 letters, digits or any of {@code . _ -}. */
    public static SnapshotKeys of(String id, byte[] key) {
        return new SnapshotKeys(id, Map.of(checked(id), secret(key)));
    }

    /** A key that ends with this process. */
    public static SnapshotKeys random() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return of("process", key);
    }

    /** These keys, with an older one that only opens. */
    public SnapshotKeys withOlder(String id, byte[] key) {
        var all = new TreeMap<>(keys);
        if (all.putIfAbsent(checked(id), secret(key)) != null) {
            throw new IllegalArgumentException("two keys have the id " + id);
        }
        return new SnapshotKeys(current, all);
    }

    String currentId() {
        return current;
    }

    Optional<SecretKey> find(String id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static String checked(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("a key's id has 1 to 64 letters, digits or any of . _ -");
        }
        return id;
    }

    private static SecretKey secret(byte[] key) {
        if (key.length != 16 && key.length != 24 && key.length != 32) {
            throw new IllegalArgumentException("an AES key has 16, 24 or 32 bytes, not " + key.length);
        }
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "SnapshotKeys" + keys.keySet();
    }
}
