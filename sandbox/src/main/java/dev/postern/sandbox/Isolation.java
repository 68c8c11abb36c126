package dev.postern.sandbox;

/** What stands between guests, and between them and the host. */
public enum Isolation {
    /** A context of the engine in this process: quickest, and enough for code whose authors are known. */
    IN_PROCESS,
    /** A process of its own besides, which can be killed: for code of anybody. */
    PROCESS
}
