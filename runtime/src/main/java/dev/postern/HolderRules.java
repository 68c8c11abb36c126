package dev.postern;

import dev.postern.api.ApiCommand;
import dev.postern.api.ApiCommand.Holder;
import dev.postern.api.EffectsMerge;
import dev.postern.event.Event;
import java.util.Optional;

/**
 * What may be asked of the session and of the refresh token (semantics 73). The api refuses the same when it is called,
 * but it looks at the event, which the Action may have changed by then.
 */
final class HolderRules {

    /** The most entries of metadata. */
    static final int MAX_ENTRIES = 25;

    private HolderRules() {}

    /** Why this cannot be asked, if it cannot; the event and the effects show it already. */
    static Optional<String> refusal(Event event, EffectsMerge effects, ApiCommand.Effect effect) {
        return switch (effect) {
            case ApiCommand.Shorten shorten -> online(event, shorten.holder());
            case ApiCommand.EvictEntries evict -> entries(event, effects, evict.holder(), false);
            case ApiCommand.SetEntry set -> entries(event, effects, set.holder(), set.value() != null);
            default -> Optional.empty();
        };
    }

    /** Why this cannot be revoked, if it cannot. */
    static Optional<String> refusal(Event event, ApiCommand.Revoke revoke) {
        return missing(event, revoke.holder());
    }

    private static Optional<String> entries(Event event, EffectsMerge effects, Holder holder, boolean adds) {
        // Metadata of a refresh token may be set before there is one.
        var refusal = holder == Holder.SESSION ? missing(event, holder) : online(event, holder);
        if (refusal.isEmpty() && adds) {
            var count =
                    EventMirror.metadata(event, holder, effects.change(holder)).size();
            return count > MAX_ENTRIES
                    ? Optional.of("the metadata of the " + title(holder) + " has " + count + " entries; at most "
                            + MAX_ENTRIES + " are allowed")
                    : Optional.empty();
        }
        return refusal;
    }

    private static Optional<String> missing(Event event, Holder holder) {
        return EventMirror.has(event, holder) ? Optional.empty() : Optional.of("there is no " + title(holder));
    }

    private static Optional<String> online(Event event, Holder holder) {
        return holder == Holder.REFRESH_TOKEN
                        && event.at("refresh_token", "access").asText().equals("online")
                ? Optional.of("an online refresh token has no lifetime and no metadata of its own")
                : Optional.empty();
    }

    static String title(Holder holder) {
        return switch (holder) {
            case SESSION -> "session";
            case REFRESH_TOKEN -> "refresh token";
        };
    }
}
