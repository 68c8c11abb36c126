package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What an execution took.
 *
 * @param duration from start to end, waiting included
 * @param cpuTime of the guest's thread; where a guest could not be stopped, until its execution was given up
 * @param allocatedBytes on the heap, freed or not
 */
public record Usage(Duration duration, Duration cpuTime, long allocatedBytes) {

    private static final Usage NONE = new Usage(Duration.ZERO, Duration.ZERO, 0);

    public Usage {
        requireNonNull(duration, "duration");
        requireNonNull(cpuTime, "cpuTime");
    }

    /** Of what was not begun. */
    public static Usage none() {
        return NONE;
    }
}
