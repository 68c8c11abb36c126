package dev.postern.cli;

/** What the user gave cannot be used; the message says what, and what to give instead. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
