package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A command as it is kept in the record of an execution.
 *
 * @param method the documented path without {@code api.}
 * @param line of the Action's code, or 0 if it is not recorded
 * @param args an array: the arguments as the Action gave them, with keys of third parties left out
 */
public record RecordedCommand(String method, JsonNode args, int line) {
    public RecordedCommand {
        requireNonNull(method, "method");
        requireNonNull(args, "args");
    }

    /** Names the method only: arguments are personal data. */
    @Override
    public String toString() {
        return method;
    }
}
