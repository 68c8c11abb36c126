package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

/**
 * What the guest threw, as text that holds nothing of the host.
 *
 * @param kind how the execution came to fail
 * @param name the JavaScript error's name, such as {@code TypeError}
 * @param message the JavaScript error's message
 * @param line in the guest's own file, from 1; 0 if not known
 * @param stack the guest's own frames, a line each; empty if there are none
 */
public record GuestError(Kind kind, String name, String message, int line, String stack) {

    public GuestError {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        requireNonNull(message, "message");
        requireNonNull(stack, "stack");
    }

    /** How an execution can fail without reaching a limit. */
    public enum Kind {
        /** The module or the handler threw, or the handler's promise was rejected. */
        THROWN,
        /** A promise that nobody awaited was rejected. */
        UNHANDLED_REJECTION,
        /** The code cannot be parsed. */
        SYNTAX,
        /** {@code module.exports} is not an object. */
        MODULE,
        /** The handler is not exported, or is not an async function. */
        HANDLER,
        /** The handler waits for a promise, and nothing is left to run that could settle it. */
        NEVER_SETTLED
    }

    private static final int LONGEST_NAME = 128;
    private static final int LONGEST_TEXT = 8192;

    /** As long as any error of a guest may be, and no longer. */
    GuestError cut() {
        return new GuestError(
                kind, cut(name, LONGEST_NAME), cut(message, LONGEST_TEXT), line, cut(stack, LONGEST_TEXT));
    }

    private static String cut(String text, int length) {
        return text.length() > length ? text.substring(0, length) : text;
    }
}
