package dev.postern.factor;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A factor to ask for, and how.
 *
 * @param type the factor
 * @param preferredMethod for a phone: sms, voice or both; null where the Action leaves it open
 * @param otpFallback for a push notification: false hides the manual code entry; null where the Action leaves it open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactorSelector(
        Factor type,
        @Nullable PreferredMethod preferredMethod,
        @Nullable Boolean otpFallback) {

    /** How a phone is reached. */
    public enum PreferredMethod {
        @JsonProperty("sms")
        SMS,
        @JsonProperty("voice")
        VOICE,
        @JsonProperty("both")
        BOTH
    }

    public FactorSelector {
        requireNonNull(type, "type");
    }

    /** The factor without options. */
    public static FactorSelector of(Factor type) {
        return new FactorSelector(type, null, null);
    }
}
