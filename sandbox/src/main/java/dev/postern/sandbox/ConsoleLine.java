package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * One call of a console method, formatted.
 *
 * @param level info (also for {@code console.log}), warn, error, debug or trace
 * @param message the guest's text, control characters and all: escape it before it meets a terminal or a log file
 */
public record ConsoleLine(String level, String message) {

    private static final Set<String> LEVELS = Set.of("debug", "error", "info", "trace", "warn");

    public ConsoleLine {
        requireNonNull(level, "level");
        requireNonNull(message, "message");
    }

    /** Of what a worker process says: no guest can choose it. */
    static void checkLevel(String level) {
        if (!LEVELS.contains(level)) {
            throw new IllegalArgumentException("a console has no such level");
        }
    }

    /** Shows how much there is, not what: it may be personal data. */
    @Override
    public String toString() {
        return "ConsoleLine[" + level + ", " + message.length() + " characters]";
    }
}
