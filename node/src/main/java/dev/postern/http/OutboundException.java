package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;

/** An exchange that was refused or failed. The message is for the Action to read: it names no address that it did not name itself. */
public final class OutboundException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String message;

    OutboundException(Reason reason, String message) {
        super(message);
        this.message = requireNonNull(message, "message");
        this.reason = requireNonNull(reason, "reason");
    }

    /** What went wrong, for a program. */
    public Reason reason() {
        return reason;
    }

    /** What happened and what to do about it; never null. */
    @Override
    public String getMessage() {
        return message;
    }

    /** The ways an exchange can end without an answer. */
    public enum Reason {
        /** The request cannot be sent as it is. */
        INVALID_REQUEST("ERR_INVALID_REQUEST"),
        /** The tenant's egress policy does not allow it. */
        FORBIDDEN("ERR_EGRESS_FORBIDDEN"),
        /** The flow was itself started by an Action's request, too many times over. */
        TOO_DEEP("ERR_EGRESS_DEPTH"),
        /** A limit on what is sent, received, followed or waiting. */
        LIMIT("ERR_EGRESS_LIMIT"),
        /** A redirect that leads nowhere, or that was not wanted. */
        REDIRECT("ERR_REDIRECT"),
        /** The name has no address. */
        NOT_FOUND("ENOTFOUND"),
        /** No connection came about. */
        NOT_CONNECTED("ECONNREFUSED"),
        /** The other side is not who it should be. */
        TLS("ERR_TLS"),
        /** The connection ended early, or what came was not HTTP. */
        BROKEN("ECONNRESET"),
        /** It took too long. */
        TIMED_OUT("ETIMEDOUT"),
        /** The execution or the server has ended. */
        CLOSED("ECONNABORTED");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The value of the error's {@code code} in JavaScript: Node's own where Node has one. */
        public String code() {
            return code;
        }
    }
}
