package dev.postern.http;

/** What is done with an answer that points elsewhere; the three modes of the Fetch standard. */
public enum RedirectMode {
    /** The exchange goes on at the new place, checked again at each hop. */
    FOLLOW,
    /** The answer itself is handed back, with its {@code Location}. */
    MANUAL,
    /** The exchange fails. */
    ERROR
}
