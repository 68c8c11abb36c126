package dev.postern.cache;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * One value of {@code api.cache}.
 *
 * @param value the Action's text
 * @param expiresAt when it is gone
 */
public record CacheRecord(String value, Instant expiresAt) {

    public CacheRecord {
        requireNonNull(value, "value");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** Leaves the value out: it may be a token. */
    @Override
    public String toString() {
        return "CacheRecord[until " + expiresAt + "]";
    }
}
