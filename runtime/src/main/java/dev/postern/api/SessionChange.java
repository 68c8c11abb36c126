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

    SessionChange shorten(boolean idle, long millis) {
        return idle
                ? new SessionChange(
                        expiresAt,
                        earlier(idleExpiresAt, millis),
                        cookieMode,
                        evictMetadata,
                        metadata,
                        revoked,
                        preserveRefreshTokens)
                : new SessionChange(
                        earlier(expiresAt, millis),
                        idleExpiresAt,
                        cookieMode,
                        evictMetadata,
                        metadata,
                        revoked,
                        preserveRefreshTokens);
    }

    SessionChange withCookieMode(String mode) {
        return new SessionChange(
                expiresAt, idleExpiresAt, mode, evictMetadata, metadata, revoked, preserveRefreshTokens);
    }

    SessionChange withEntry(String key, @Nullable String value) {
        var entries = new LinkedHashMap<>(metadata);
        entries.remove(key);
        entries.put(key, value == null ? NullNode.getInstance() : TextNode.valueOf(value));
        return new SessionChange(
                expiresAt, idleExpiresAt, cookieMode, evictMetadata, entries, revoked, preserveRefreshTokens);
    }

    SessionChange withoutEntries() {
        return new SessionChange(expiresAt, idleExpiresAt, cookieMode, true, Map.of(), revoked, preserveRefreshTokens);
    }

    SessionChange revoke(boolean preserve) {
        return new SessionChange(expiresAt, idleExpiresAt, cookieMode, evictMetadata, metadata, true, preserve);
    }

    private static long earlier(@Nullable Long before, long millis) {
        return before == null ? millis : Math.min(before, millis);
    }
}
