package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.api.ApiCommand;
import dev.postern.api.SessionChange;
import dev.postern.event.Event;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** What later Actions of the flow see in their event of effects that are not applied yet (semantics 3). */
final class EventMirror {

    private EventMirror() {}

    static Event show(Event event, ApiCommand.Effect effect) {
        return switch (effect) {
            case ApiCommand.SetCookieMode set
            when has(event, ApiCommand.Holder.SESSION) ->
                event.withMember(TextNode.valueOf(set.mode()), "session", "cookie", "mode");
            case ApiCommand.SetEntry set
            when has(event, set.holder()) ->
                event.withMember(
                        entry(event.at(member(set.holder()), "metadata"), set.key(), set.value()),
                        member(set.holder()),
                        "metadata");
            case ApiCommand.EvictEntries evict
            when has(event, evict.holder()) ->
                event.withMember(JsonNodeFactory.instance.objectNode(), member(evict.holder()), "metadata");
            case ApiCommand.SetAccessTokenClaim set
            when event.at("accessToken").isObject() ->
                event.withMember(claim(event.at("accessToken", "customClaims"), set), "accessToken", "customClaims");
            default -> event;
        };
    }

    /** Whether what is asked for would come after the end that the event shows. */
    static boolean isLongerThanNow(Event event, ApiCommand.Shorten shorten) {
        var end = event.at(member(shorten.holder()), shorten.idle() ? "idle_expires_at" : "expires_at");
        try {
            return end.isTextual() && Instant.parse(end.asText()).toEpochMilli() < shorten.millis();
        } catch (DateTimeParseException e) {
            return false; // not a time: the event says nothing
        }
    }

    /** The metadata as it comes out: what the event shows, or where it shows no such thing yet, what was set. */
    static ObjectNode metadata(Event event, ApiCommand.Holder holder, SessionChange change) {
        if (has(event, holder)) {
            return copy(event.at(member(holder), "metadata"));
        }
        var entries = JsonNodeFactory.instance.objectNode();
        change.metadata().forEach((key, value) -> {
            if (!value.isNull()) {
                entries.set(key, value);
            }
        });
        return entries;
    }

    /** Whether the event has a session, or a refresh token. */
    static boolean has(Event event, ApiCommand.Holder holder) {
        return event.at(member(holder)).isObject();
    }

    private static String member(ApiCommand.Holder holder) {
        return switch (holder) {
            case SESSION -> "session";
            case REFRESH_TOKEN -> "refresh_token";
        };
    }

    private static ObjectNode entry(JsonNode metadata, String key, @Nullable String value) {
        var changed = copy(metadata);
        changed.remove(key);
        return value == null ? changed : changed.put(key, value);
    }

    private static ObjectNode claim(JsonNode claims, ApiCommand.SetAccessTokenClaim set) {
        var changed = copy(claims);
        changed.remove(set.name());
        if (set.value() != null) {
            changed.set(set.name(), set.value());
        }
        return changed;
    }

    private static ObjectNode copy(JsonNode object) {
        return object.isObject() ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }
}
