package dev.postern.event;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.postern.factor.Factor;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A way in which the user has proved who they are, as in {@code event.authentication.methods}.
 *
 * @param name {@code mfa}, or the URL that {@code recordMethod} gave
 * @param type the factor, where the name is {@code mfa}
 * @param timestamp when, in ISO 8601 with milliseconds
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuthenticationMethod(String name, @Nullable Factor type, String timestamp) {

    /** As toISOString writes it: with milliseconds, also where they are zero. */
    private static final DateTimeFormatter JAVASCRIPT_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    public AuthenticationMethod {
        requireNonNull(name, "name");
        requireNonNull(timestamp, "timestamp");
    }

    /** A second factor, passed at this moment (semantics 44); null for one that a provider's own page has asked for. */
    public static AuthenticationMethod mfa(@Nullable Factor factor, Instant when) {
        return new AuthenticationMethod("mfa", factor, time(when));
    }

    /** A method of the tenant's own (semantics 60). */
    public static AuthenticationMethod custom(String url, Instant when) {
        return new AuthenticationMethod(url, null, time(when));
    }

    /** A time as events show it: ISO 8601 with milliseconds, in UTC. */
    public static String time(Instant when) {
        return JAVASCRIPT_TIME.format(when);
    }
}
