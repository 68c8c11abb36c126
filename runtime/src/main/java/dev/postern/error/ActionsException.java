package dev.postern.error;

import static java.util.Objects.requireNonNull;

/** The caller's input cannot be used, or a snapshot cannot be opened. No login goes through: treat it as a denial. */
public final class ActionsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;

    /** A refusal whose message says what happened, to what, and what to do; it holds no secret, token or event. */
    public ActionsException(ErrorCode code, String message) {
        super(message);
        this.code = requireNonNull(code, "code");
    }

    /** As above, with the failure below it, of a store for example. */
    public ActionsException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = requireNonNull(code, "code");
    }

    public ErrorCode code() {
        return code;
    }
}
