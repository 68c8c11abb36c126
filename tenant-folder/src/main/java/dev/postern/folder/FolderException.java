package dev.postern.folder;

/** An export cannot be read or used; the message names the file, the place in it, and the remedy, and shows no value. */
public final class FolderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** No cause is kept: a parser's message shows what it could not read, which may be a secret. */
    public FolderException(String message) {
        super(message);
    }
}
