package dev.postern.sandbox;

import java.time.Duration;

/**
 * Whose guests workers run, and what these have cost lately: whether they come behind others' at the processors,
 * wait behind others for a worker, and gain by more of them. For any thread.
 */
final class WorkerOwner {

    /** How long it is remembered that an owner has cost a worker. */
    private static final long WASTEFUL_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(5).toNanos();

    /** For one that has computed before: behind others it computes so little that nothing more is seen. */
    private static final long REMEMBERED_AGAIN_NANOS = Duration.ofSeconds(30).toNanos();

    /** How long after it has asked for a worker it counts as one that is there. */
    private static final long THERE_NANOS = Duration.ofSeconds(30).toNanos();

    private static final long FORGOTTEN_NANOS = 2 * REMEMBERED_AGAIN_NANOS;

    /** What is computed counts for this long, less and less. */
    private static final double FADING_NANOS = Duration.ofSeconds(1).toNanos();

    /** A quarter of the machine for a second. */
    private static final double MUCH_NANOS = FADING_NANOS * Runtime.getRuntime().availableProcessors() / 4;

    private final String name;
    private long wastedAt = System.nanoTime() - FORGOTTEN_NANOS;
    private long computedAt = wastedAt;
    private long rememberedNanos = REMEMBERED_NANOS;
    private long askedAt = System.nanoTime();

    // Of the time that guests have computed and run, what counts at fadedAt.
    private double computedNanos;
    private double ranNanos;
    private long fadedAt = System.nanoTime();

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
        var now = fade();
        computedNanos += nanos;
        if (computedNanos > MUCH_NANOS) {
            if (now - computedAt > rememberedNanos) {
                rememberedNanos = now - computedAt < FORGOTTEN_NANOS ? REMEMBERED_AGAIN_NANOS : REMEMBERED_NANOS;
            }
            computedAt = now;
        }
    }

    /** Its guests have run for so long, in nanoseconds, of which what they computed is counted by {@link #hasUsed}. */
    synchronized void hasRun(long nanos) {
        fade();
        ranNanos += nanos;
    }

    private long fade() {
        var now = System.nanoTime();
        var left = Math.exp((fadedAt - now) / FADING_NANOS);
        computedNanos *= left;
        ranNanos *= left;
        fadedAt = now;
        return now;
    }

    /** Whether its workers come behind others'. */
    synchronized boolean comesBehind() {
        return isWasteful() || System.nanoTime() - computedAt < rememberedNanos;
    }

    /** Whether its guests lately waited for most of the time that they ran: the more run at once, the more it gets done. */
    synchronized boolean waitsMostly() {
        return computedNanos < ranNanos / 4;
    }

    /** It asks for a worker. */
    synchronized void asks() {
        askedAt = System.nanoTime();
    }

    /** Whether it has asked for a worker lately. */
    synchronized boolean isThere() {
        return System.nanoTime() - askedAt < THERE_NANOS;
    }

    /** Whether nothing is known of it that matters. */
    synchronized boolean isForgotten() {
        var since = System.nanoTime() - FORGOTTEN_NANOS;
        return askedAt - since < 0 && wastedAt - since < 0 && computedAt - since < 0;
    }
}
