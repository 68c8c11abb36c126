package dev.postern.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * What the flows of one tenant may take of a server, so that its storm is not felt by the others. A flow counts from its
 * start or resume until it pauses or ends; one that has begun is never cut short by these limits.
 *
 * <p>What is over them is refused with an {@code ActionsException} of {@code resource_exhausted}, or {@code breaker_open}
 * while the breaker is open. A refused resume leaves the flow waiting.
 *
 * @param flowsAtOnce the most at once; as many may wait for their turn, which comes in the order they asked
 * @param untriedFlowsAtOnce how many at once of a tenant that is new here, or of which a flow has just been costly: has
 *     reached a limit, has taken half a second of CPU time, or has computed for more than half of its time, and that for 50
 *     ms or while the tenant has just used a quarter of a second's worth more than comes back of {@code cpuPerMinute}. Each
 *     that is not adds one, up to {@code flowsAtOnce}
 * @param longestWait how long a flow waits for its turn, and a thread of the host with it
 * @param flowsPerSecond in the long run
 * @param burst the most at one moment after a quiet time
 * @param cpuPerMinute CPU time of the Actions; what is left of a minute is kept for the next. It is counted when an Action
 *     has ended, so that it can be overdrawn, by at most as much again
 * @param limitErrors flows in a row that reach a limit of time, CPU time, memory or statements, or lose their worker, and so
 *     open the breaker
 * @param breakerOpen how long the breaker refuses all flows before it lets one through to try
 */
public record TenantLimits(
        int flowsAtOnce,
        int untriedFlowsAtOnce,
        Duration longestWait,
        int flowsPerSecond,
        int burst,
        Duration cpuPerMinute,
        int limitErrors,
        Duration breakerOpen) {

    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration MOST_CPU = Duration.ofDays(10);
    private static final TenantLimits NONE = new TenantLimits(MOST, MOST, LONGEST, MOST, MOST, MOST_CPU, MOST, LONGEST);

    public TenantLimits {
        requireNonNull(longestWait, "longestWait");
        requireNonNull(cpuPerMinute, "cpuPerMinute");
        requireNonNull(breakerOpen, "breakerOpen");
        requireCount(flowsAtOnce, "flowsAtOnce");
        requireCount(untriedFlowsAtOnce, "untriedFlowsAtOnce");
        requireCount(flowsPerSecond, "flowsPerSecond");
        requireCount(burst, "burst");
        requireCount(limitErrors, "limitErrors");
        if (untriedFlowsAtOnce > flowsAtOnce) {
            throw new IllegalArgumentException("untriedFlowsAtOnce must not be more than flowsAtOnce");
        }
        if (longestWait.isNegative() || longestWait.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("longestWait must be from 0 to 10 minutes");
        }
        if (!isPositive(breakerOpen) || breakerOpen.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("breakerOpen must be positive, and 10 minutes at most");
        }
        if (!isPositive(cpuPerMinute) || cpuPerMinute.compareTo(MOST_CPU) > 0) {
            throw new IllegalArgumentException("cpuPerMinute must be positive, and 10 days at most");
        }
    }

    /**
     * For a server of several tenants: 64 flows at once, those of an untried tenant on half of the processors; 5 seconds of
     * waiting; for each processor 250 flows a second, 500 in a burst and 30 seconds of CPU time a minute; the breaker opens
     * for 30 seconds after 5 limit errors.
     */
    public static TenantLimits defaults() {
        var processors = Runtime.getRuntime().availableProcessors();
        return new TenantLimits(
                64,
                Math.clamp(processors / 2, 1, 64),
                Duration.ofSeconds(5),
                250 * processors,
                500 * processors,
                Duration.ofSeconds(30L * processors),
                5,
                Duration.ofSeconds(30));
    }

    /** No limits at all: for a tool, or a server of one tenant that is protected elsewhere. */
    public static TenantLimits none() {
        return NONE;
    }

    public TenantLimits withFlowsAtOnce(int untried, int most) {
        return new TenantLimits(
                most, untried, longestWait, flowsPerSecond, burst, cpuPerMinute, limitErrors, breakerOpen);
    }

    public TenantLimits withLongestWait(Duration longestWait) {
        return new TenantLimits(
                flowsAtOnce,
                untriedFlowsAtOnce,
                longestWait,
                flowsPerSecond,
                burst,
                cpuPerMinute,
                limitErrors,
                breakerOpen);
    }

    public TenantLimits withRate(int flowsPerSecond, int burst) {
        return new TenantLimits(
                flowsAtOnce,
                untriedFlowsAtOnce,
                longestWait,
                flowsPerSecond,
                burst,
                cpuPerMinute,
                limitErrors,
                breakerOpen);
    }

    public TenantLimits withCpuPerMinute(Duration cpuPerMinute) {
        return new TenantLimits(
                flowsAtOnce,
                untriedFlowsAtOnce,
                longestWait,
                flowsPerSecond,
                burst,
                cpuPerMinute,
                limitErrors,
                breakerOpen);
    }

    public TenantLimits withBreaker(int limitErrors, Duration open) {
        return new TenantLimits(
                flowsAtOnce, untriedFlowsAtOnce, longestWait, flowsPerSecond, burst, cpuPerMinute, limitErrors, open);
    }

    private static void requireCount(int count, String name) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(name + " must be from 1 to " + MOST);
        }
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
