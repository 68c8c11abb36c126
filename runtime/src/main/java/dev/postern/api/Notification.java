package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What becomes of a message that the Action has not delivered (semantics 23).
 *
 * @param outcome what to do with it
 * @param reason for the tenant's log, at most 1024 characters
 */
public record Notification(Outcome outcome, String reason) {

    /** What to do with the message. */
    public enum Outcome {
        /** Try again later: at most five times, within minutes. */
        @JsonProperty("retry")
        RETRY,
        /** Give it up. */
        @JsonProperty("drop")
        DROP
    }

    public Notification {
        requireNonNull(outcome, "outcome");
        requireNonNull(reason, "reason");
    }

    /** Names the outcome only: the reason is the Action's text. */
    @Override
    public String toString() {
        return "Notification[" + outcome + "]";
    }
}
