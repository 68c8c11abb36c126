package dev.postern.sandbox;

import java.time.Duration;

/**
 * How many worker processes there are, and what each may take. A worker runs one execution at a time and serves one owner
 * all its life, so there should be more workers than owners that are busy at once.
 *
 * @param most workers at once, ready ones among them: as many executions run at the same time. An owner whose guests compute
 *     more than a quarter of the processors' time, and wait little, gets a quarter of them while others are there
 * @param ready how many wait, started and unused, for owners that have none: no owner ever has all but so many
 * @param executions after which a worker is replaced
 * @param heapMegabytes of each worker; the process takes some 120 MB besides
 * @param toStart how long a worker may take to start
 * @param confined whether none starts that sees more of the machine than the engine and its own process, as one does where
 *     bubblewrap is missing or may not be used; if not, the log says what they see
 */
public record WorkerSettings(
        int most, int ready, int executions, int heapMegabytes, Duration toStart, boolean confined) {

    private static final WorkerSettings DEFAULTS = new WorkerSettings(
            Math.max(4, 2 * Runtime.getRuntime().availableProcessors()), 2, 10_000, 256, Duration.ofSeconds(60), false);

    public WorkerSettings {
        if (most < 1 || ready < 1 || ready > most || executions < 1 || heapMegabytes < 32) {
            throw new IllegalArgumentException(
                    "a pool has a worker, at least one of them ready, for one execution or more, of 32 MB or more");
        }
        if (toStart.isNegative() || toStart.isZero()) {
            throw new IllegalArgumentException("the time to start must be positive");
        }
    }

    /** Twice as many workers as processors and at least four, two of them ready, 10,000 executions, 256 MB. */
    public static WorkerSettings defaults() {
        return DEFAULTS;
    }

    public WorkerSettings withMost(int most) {
        return new WorkerSettings(most, Math.min(ready, most), executions, heapMegabytes, toStart, confined);
    }

    public WorkerSettings withReady(int ready) {
        return new WorkerSettings(most, ready, executions, heapMegabytes, toStart, confined);
    }

    public WorkerSettings withExecutions(int executions) {
        return new WorkerSettings(most, ready, executions, heapMegabytes, toStart, confined);
    }

    public WorkerSettings withHeapMegabytes(int heapMegabytes) {
        return new WorkerSettings(most, ready, executions, heapMegabytes, toStart, confined);
    }

    public WorkerSettings withToStart(Duration toStart) {
        return new WorkerSettings(most, ready, executions, heapMegabytes, toStart, confined);
    }

    public WorkerSettings withConfined(boolean confined) {
        return new WorkerSettings(most, ready, executions, heapMegabytes, toStart, confined);
    }
}
