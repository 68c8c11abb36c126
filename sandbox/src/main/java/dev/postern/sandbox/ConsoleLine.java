package dev.postern.sandbox;

/**
 * One call of a console method, formatted.
 *
 * @param level info (also for {@code console.log}), warn, error, debug or trace
 * @param message the guest's text, control characters and all: escape it before it meets a terminal or a log file
 */
public record ConsoleLine(String level, String message) {

    /** Shows how much there is, not what: it may be personal data. */
    @Override
    public String toString() {
        return "ConsoleLine[" + level + ", " + message.length() + " characters]";
    }
}
