package dev.postern.api;

/** The guest handed back what the api object does not make: the Action tampered with it. */
public final class InvalidCommandException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidCommandException(String what) {
        super(what + " is not as the api object makes it; an Action must not change the api object's own parts");
    }
}
