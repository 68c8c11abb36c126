package dev.postern.error;

import static java.util.Objects.requireNonNull;

/**
 * How an Action made a flow fail. All text is the Action's own or ours; secrets are redacted, and nothing of the host is
 * in it.
 *
 * @param code what kind of failure
 * @param action the Action's name
 * @param name the JavaScript error's name, or {@code Error}
 * @param message what happened and what to do
 * @param line in the Action's file, from 1; 0 if not known
 * @param stack the Action's own frames, a line each; may be empty
 */
public record ActionError(ErrorCode code, String action, String name, String message, int line, String stack) {

    public ActionError {
        requireNonNull(code, "code");
        requireNonNull(action, "action");
        requireNonNull(name, "name");
        requireNonNull(message, "message");
        requireNonNull(stack, "stack");
    }

    /** A failure of ours to accept what the Action asked for, rather than an error it threw. */
    public static ActionError of(ErrorCode code, String action, String message) {
        return new ActionError(code, action, "Error", message, 0, "");
    }
}
