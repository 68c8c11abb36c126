package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What one execution may use. The defaults are the documented ones where Auth0 documents any (20 s, 100 kB of source,
 * 256 KiB of console output), and what keeps a busy server alive where it documents none.
 *
 * @param wallClock from start to end, waiting included
 * @param cpuTime of the executing thread
 * @param allocatedBytes on the heap over the whole execution, freed or not
 * @param statements executed; 0 for no limit (counting costs time)
 * @param consoleBytes kept of what the guest writes to the console, in UTF-16 code units; the rest is cut, not an error
 * @param sourceBytes of the script in UTF-8
 * @param outputChars of the JSON handed back
 */
public record Limits(
        Duration wallClock,
        Duration cpuTime,
        long allocatedBytes,
        long statements,
        int consoleBytes,
        int sourceBytes,
        int outputChars) {

    private static final Limits DEFAULTS =
            new Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 512L << 20, 0, 256 << 10, 100_000, 1 << 20);

    public Limits {
        requireNonNull(wallClock, "wallClock");
        requireNonNull(cpuTime, "cpuTime");
        if (wallClock.isNegative() || wallClock.isZero() || cpuTime.isNegative() || cpuTime.isZero()) {
            throw new IllegalArgumentException("time limits must be positive");
        }
        if (allocatedBytes <= 0 || statements < 0 || consoleBytes < 0 || sourceBytes <= 0 || outputChars <= 0) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }

    public static Limits defaults() {
        return DEFAULTS;
    }

    public Limits withWallClock(Duration wallClock) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withCpuTime(Duration cpuTime) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withAllocatedBytes(long allocatedBytes) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withStatements(long statements) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withConsoleBytes(int consoleBytes) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withSourceBytes(int sourceBytes) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    public Limits withOutputChars(int outputChars) {
        return new Limits(wallClock, cpuTime, allocatedBytes, statements, consoleBytes, sourceBytes, outputChars);
    }

    /** The value of a limit as it is read by a person: "20 s", "536870912 bytes". */
    public String describe(Limit limit) {
        return switch (limit) {
            case WALL_CLOCK -> seconds(wallClock);
            case CPU_TIME -> seconds(cpuTime);
            case ALLOCATED_BYTES -> allocatedBytes + " bytes";
            case STATEMENTS -> String.valueOf(statements);
            case SOURCE_BYTES -> sourceBytes + " bytes";
            case OUTPUT_CHARS -> outputChars + " characters";
            case ENGINE_LOCK -> seconds(LeftLocks.LONGEST_KEPT);
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
