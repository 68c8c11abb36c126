package dev.postern.api;

/** The guest handed back what the api object does not make, or what is too large to be passed on. */
public final class InvalidCommandException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidCommandException(String message) {
        super(message);
    }

    static InvalidCommandException tampered(String what) {
        return new InvalidCommandException(
                what + " is not as the api object makes it; an Action must not change the api object's own parts");
    }
}
