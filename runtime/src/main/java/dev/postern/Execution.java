package dev.postern;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.postern.api.RecordedCommand;
import dev.postern.error.ActionError;
import dev.postern.sandbox.ConsoleLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record of one run of one Action in a flow.
 *
 * @param action the Action's name
 * @param handler the export that ran
 * @param outcome how it ended
 * @param commands what the Action asked for, in call order; empty if it failed
 * @param logs the first 256 characters of what it wrote to the console; secrets are redacted
 * @param warnings what of its commands was left out, and why
 * @param durationMs from start to end, in milliseconds
 * @param error why it failed, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Execution(
        String action,
        String handler,
        Outcome outcome,
        List<RecordedCommand> commands,
        List<ConsoleLine> logs,
        List<String> warnings,
        double durationMs,
        @JsonIgnore @Nullable ActionError error) {

    /** How an execution ended, in the Management API's words (semantics 79). */
    public enum Outcome {
        /** It ended, and the flow went on or ended. */
        @JsonProperty("final")
        FINAL("final"),
        /** It ended, and the user has something to do before the flow goes on. */
        @JsonProperty("suspended")
        SUSPENDED("suspended"),
        /** It failed, or what it asked for cannot be done. */
        @JsonProperty("failed")
        FAILED("failed");

        private final String id;

        Outcome(String id) {
            this.id = id;
        }

        @JsonValue
        public String id() {
            return id;
        }
    }

    public Execution {
        requireNonNull(action, "action");
        requireNonNull(handler, "handler");
        requireNonNull(outcome, "outcome");
        commands = List.copyOf(commands);
        logs = List.copyOf(logs);
        warnings = List.copyOf(warnings);
    }

    Execution withOutcome(Outcome outcome) {
        return new Execution(action, handler, outcome, commands, logs, warnings, durationMs, error);
    }

    Execution withError(ActionError why) {
        return new Execution(action, handler, Outcome.FAILED, commands, logs, warnings, durationMs, why);
    }

    Execution withWarning(String warning) {
        return withWarnings(List.of(warning));
    }

    Execution withWarnings(List<String> added) {
        var all = new ArrayList<>(warnings);
        all.addAll(added);
        return new Execution(action, handler, outcome, commands, logs, all, durationMs, error);
    }
}
