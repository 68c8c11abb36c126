package dev.postern.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changes of the session, or of the refresh token (semantics 18 and 73). Times are milliseconds since 1970; null
 * leaves a thing as it is. No lifetime is ever longer than the host would give: take the earlier of the two.
 *
 * @param expiresAt when it ends at the latest
 * @param idleExpiresAt when it ends without use
 * @param cookieMode {@code persistent} or {@code non-persistent}; of a session only
 * @param evictMetadata whether all metadata is removed before the entries below are set
 * @param metadata entries to set; a JSON null removes one
 * @param revoked whether it ends now
 * @param preserveRefreshTokens whether the refresh tokens of a session that ends now live on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record SessionChange(
        @Nullable Long expiresAt,
        @Nullable Long idleExpiresAt,
        @Nullable String cookieMode,
        boolean evictMetadata,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, JsonNode> metadata,
        boolean revoked,
        boolean preserveRefreshTokens) {

    static final SessionChange NONE = new SessionChange(null, null, null, false, Map.of(), false, false);

    @SuppressWarnings("NullAway") // Jackson gives null for a map that was left out
    public SessionChange {
        metadata = metadata == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** Shows how much there is, not what. */
    @Override
    public String toString() {
        return "SessionChange[" + metadata.size() + " entries, revoked=" + revoked + "]";
    }

    SessionChange shorten(boolean idle, long millis) {
        return idle
                ? withTimes(expiresAt, earlier(idleExpiresAt, millis))
                : withTimes(earlier(expiresAt, millis), idleExpiresAt);
    }

    SessionChange withCookieMode(String mode) {
        return new SessionChange(
                expiresAt, idleExpiresAt, mode, evictMetadata, metadata, revoked, preserveRefreshTokens);
    }

    SessionChange withEntry(String key, @Nullable String value) {
        var entries = new LinkedHashMap<>(metadata);
        entries.remove(key);
        entries.put(key, value == null ? NullNode.getInstance() : TextNode.valueOf(value));
        return withMetadata(evictMetadata, entries);
    }

    SessionChange withoutEntries() {
        return withMetadata(true, Map.of());
    }

    SessionChange revoke(boolean preserve) {
        return new SessionChange(expiresAt, idleExpiresAt, cookieMode, evictMetadata, metadata, true, preserve);
    }

    private SessionChange withTimes(@Nullable Long expires, @Nullable Long idleExpires) {
        return new SessionChange(
                expires, idleExpires, cookieMode, evictMetadata, metadata, revoked, preserveRefreshTokens);
    }

    private SessionChange withMetadata(boolean evict, Map<String, JsonNode> entries) {
        return new SessionChange(expiresAt, idleExpiresAt, cookieMode, evict, entries, revoked, preserveRefreshTokens);
    }

    private static long earlier(@Nullable Long before, long millis) {
        return before == null ? millis : Math.min(before, millis);
    }
}
