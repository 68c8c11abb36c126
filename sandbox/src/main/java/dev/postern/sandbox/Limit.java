package dev.postern.sandbox;

/** What an execution can have too much of. */
public enum Limit {
    /** Time from start to end, waiting included. */
    WALL_CLOCK("wall clock"),
    /** Processor time of the executing thread. */
    CPU_TIME("CPU time"),
    /** Bytes allocated on the heap, whether or not they were freed since. */
    ALLOCATED_BYTES("allocated bytes"),
    /** Statements executed. */
    STATEMENTS("statements"),
    /** Length of the script in UTF-8. */
    SOURCE_BYTES("source size"),
    /** Characters of the JSON that the guest hands back. */
    OUTPUT_CHARS("output size"),
    /** Time for which others have waited for a lock of the engine. */
    ENGINE_LOCK("engine lock");

    private final String title;

    Limit(String title) {
        this.title = title;
    }

    /** The limit's name in a sentence, as in "the CPU time limit of 10 s". */
    public String title() {
        return title;
    }
}
