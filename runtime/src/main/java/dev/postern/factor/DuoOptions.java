package dev.postern.factor;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The Duo application an Action names (semantics 29).
 *
 * @param host API host
 * @param ikey client id
 * @param skey client secret; not in {@link #toString}
 * @param username the user's name there, or null
 */
public record DuoOptions(
        String host, String ikey, String skey, @Nullable String username) {

    public DuoOptions {
        requireNonNull(host, "host");
        requireNonNull(ikey, "ikey");
        requireNonNull(skey, "skey");
    }

    @Override
    public String toString() {
        return "DuoOptions[host=" + host + "]";
    }
}
