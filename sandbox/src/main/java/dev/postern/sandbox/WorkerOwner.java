package dev.postern.sandbox;

import java.time.Duration;

/**
 * Whose guests workers run, and what these have cost lately: whether they come behind others' at the processors, and
 * wait behind others for a worker. For any thread.
 */
final class WorkerOwner {

    /** How long it is remembered that an owner has cost a worker. */
    private static final long WASTEFUL_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();

    /** For one that has computed before: behind others it computes so little that nothing more is seen. */
    private static final long REMEMBERED_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long FORGOTTEN_NANOS = 2 * REMEMBERED_AGAIN_NANOS;

    /** What is computed counts for this long, less and less. */
    private static final double FADING_NANOS = Duration.ofSeconds(1).toNanos();

    /** A quarter of the machine for a second. */
    private static final double MUCH_NANOS = FADING_NANOS * Runtime.getRuntime().availableProcessors() / 4;

    private final String name;
    private long wastedAt = System.nanoTime() - FORGOTTEN_NANOS;
    private long computedAt = wastedAt;
    private long rememberedNanos = REMEMBERED_NANOS;
    private double computedNanos; // at usedAt
    private long usedAt = System.nanoTime();

    WorkerOwner(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Its guest has cost a worker. */
    synchronized void hasWasted() {
        wastedAt = System.nanoTime();
    }

    /** Whether a guest of its has cost a worker lately. */
    synchronized boolean isWasteful() {
        return System.nanoTime() - wastedAt < WASTEFUL_NANOS;
    }

    /** Its guests have used so much more time of a processor, in nanoseconds. */
    synchronized void hasUsed(long nanos) {
        var now = System.nanoTime();
        computedNanos = computedNanos * Math.exp((usedAt - now) / FADING_NANOS) + nanos;
        usedAt = now;
        if (computedNanos > MUCH_NANOS) {
            if (now - computedAt > rememberedNanos) {
                rememberedNanos = now - computedAt < FORGOTTEN_NANOS ? REMEMBERED_AGAIN_NANOS : REMEMBERED_NANOS;
            }
            computedAt = now;
        }
    }

    /** Whether its workers come behind others'. */
    synchronized boolean comesBehind() {
        return isWasteful() || System.nanoTime() - computedAt < rememberedNanos;
    }

    /** Whether nothing is known of it that matters. */
    synchronized boolean isForgotten() {
        var since = System.nanoTime() - FORGOTTEN_NANOS;
        return usedAt - since < 0 && wastedAt - since < 0 && computedAt - since < 0;
    }
}
