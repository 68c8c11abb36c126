package dev.postern.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.SessionChange;
import dev.postern.event.AuthenticationMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What Actions have said of a session, or of the refresh tokens of a client's session, in a note of it (semantics 73).
 * Keycloak's own lifetimes hold besides: whichever is over first.
 *
 * @param expiresAt when it ends at the latest, or null
 * @param idle how long it lasts without use, or null
 * @param usedAt when it was last used
 * @param metadata by name
 */
record SessionTerms(@Nullable Instant expiresAt, @Nullable Duration idle, Instant usedAt, ObjectNode metadata) {

    /** Of a user's session. */
    static final String SESSION = "postern.session";

    /** Of a client's session. */
    static final String REFRESH_TOKEN = "postern.refresh-token";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String EXPIRES_AT = "expires_at";
    private static final String IDLE = "idle";
    private static final String USED_AT = "used_at";
    private static final String METADATA = "metadata";

    /** What a note says; of a session without one nothing was said. */
    static SessionTerms of(@Nullable String note, Instant now) {
        if (note == null) {
            return new SessionTerms(null, null, now, MAPPER.createObjectNode());
        }
        try {
            var json = MAPPER.readTree(note);
            return new SessionTerms(
                    json.has(EXPIRES_AT)
                            ? Instant.ofEpochMilli(json.path(EXPIRES_AT).asLong())
                            : null,
                    json.has(IDLE) ? Duration.ofMillis(json.path(IDLE).asLong()) : null,
                    Instant.ofEpochMilli(json.path(USED_AT).asLong()),
                    json.withObject("/" + METADATA));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the note of a session is not what was written", e);
        }
    }

    /** The note after a use, and after what Actions have changed then; empty where they have never said anything. */
    static Optional<String> next(@Nullable String note, @Nullable SessionChange change, Instant now) {
        return note == null && change == null
                ? Optional.empty()
                : Optional.of(of(note, now).used(change, now).note());
    }

    /** The same after a use, and after what Actions have changed then, if anything. */
    SessionTerms used(@Nullable SessionChange change, Instant now) {
        if (change == null) {
            return new SessionTerms(expiresAt, idle, now, metadata);
        }
        var entries = change.evictMetadata() ? MAPPER.createObjectNode() : metadata.deepCopy();
        change.metadata().forEach((name, value) -> {
            if (value.isNull()) {
                entries.remove(name);
            } else {
                entries.set(name, value);
            }
        });
        var end = change.expiresAt();
        var idleEnd = change.idleExpiresAt();
        return new SessionTerms(
                end == null ? expiresAt : earlier(expiresAt, Instant.ofEpochMilli(end)),
                idleEnd == null ? idle : earlier(idle, Duration.between(now, Instant.ofEpochMilli(idleEnd))),
                now,
                entries);
    }

    /** The same, over at this time if not before. */
    SessionTerms endingBy(Instant end) {
        return new SessionTerms(earlier(expiresAt, end), idle, usedAt, metadata);
    }

    private static <T extends Comparable<? super T>> T earlier(@Nullable T one, T other) {
        return one == null || one.compareTo(other) > 0 ? other : one;
    }

    boolean isOver(Instant now) {
        return end().map(end -> !now.isBefore(end)).orElse(false);
    }

    /** When it ends, if it is not used again; empty where Actions have not said so. */
    Optional<Instant> end() {
        return Stream.of(Optional.ofNullable(expiresAt), idleEnd())
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    private Optional<Instant> idleEnd() {
        return idle == null ? Optional.empty() : Optional.of(usedAt.plus(idle));
    }

    /** Adds what an event shows of it. */
    void show(ObjectNode event) {
        if (expiresAt != null) {
            event.put(EXPIRES_AT, AuthenticationMethod.time(expiresAt));
        }
        idleEnd().ifPresent(end -> event.put("idle_expires_at", AuthenticationMethod.time(end)));
        event.set(METADATA, metadata.deepCopy());
    }

    String note() {
        var json = MAPPER.createObjectNode().put(USED_AT, usedAt.toEpochMilli());
        if (expiresAt != null) {
            json.put(EXPIRES_AT, expiresAt.toEpochMilli());
        }
        if (idle != null) {
            json.put(IDLE, idle.toMillis());
        }
        json.set(METADATA, metadata);
        return json.toString();
    }

    /** Says nothing of the metadata. */
    @Override
    public String toString() {
        return "SessionTerms[expiresAt=" + expiresAt + ", idle=" + idle + "]";
    }
}
