package dev.postern;

import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Limit;
import dev.postern.tenant.TenantId;
import dev.postern.tenant.TenantLimits;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one tenant takes of this server, and may take. Thread-safe. */
final class TenantShare {

    private static final Logger LOG = LoggerFactory.getLogger(ActionsRuntime.class);

    /** More CPU time than any ordinary login takes, the first one of a cold server apart. */
    private static final Duration COSTLY = Duration.ofMillis(500);

    /** More than most take. A flow that waits for nothing besides gains nothing by others beside it. */
    private static final Duration COSTLY_WITHOUT_WAITING = Duration.ofMillis(50);

    /** What flows that do not wait may use of the CPU time at once: what comes back in this part of a minute, or this. */
    private static final int AT_ONCE_OF_A_MINUTE = 240;

    private static final Duration AT_ONCE = Duration.ofMillis(250);

    private static final int MORE_THAN_ALL = 1 << 30;

    private final TenantId tenant;
    private final TenantLimits limits;
    private final LongSupplier nanoTime;
    private final Turns turns;
    private final ReentrantLock lock = new ReentrantLock(); // guards those below, and is never held while waiting
    private final Allowance flows;
    private final Allowance cpu;
    private final double enoughCpu; // with less, the tenant computes more than it may for long
    private final Breaker breaker;
    private boolean closed;

    TenantShare(TenantId tenant, TenantLimits limits, LongSupplier nanoTime) {
        this.tenant = tenant;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.turns = new Turns(limits.untriedFlowsAtOnce(), limits.flowsAtOnce());
        var now = nanoTime.getAsLong();
        this.flows = new Allowance(limits.burst(), limits.flowsPerSecond() / 1e9, now);
        var minute = (double) limits.cpuPerMinute().toNanos();
        this.cpu = new Allowance(minute, minute / Duration.ofMinutes(1).toNanos(), now);
        this.enoughCpu = minute - Math.max(minute / AT_ONCE_OF_A_MINUTE, (double) AT_ONCE.toNanos());
        this.breaker = new Breaker(limits.limitErrors(), limits.breakerOpen().toNanos());
    }

    TenantLimits limits() {
        return limits;
    }

    /**
     * Waits for a turn if none is free.
     *
     * @throws ActionsException {@code resource_exhausted}, {@code breaker_open}, or {@code cancelled}
     * @throws IllegalStateException if closed
     */
    Turn admit() {
        locked(this::countFlow);
        locked(this::requireWilling); // before the wait, which would be for nothing
        awaitTurn();
        var turn = new Running();
        try {
            locked(() -> {
                requireWilling();
                breaker.begin(turn);
            });
            return turn;
        } catch (ActionsException e) {
            turns.release();
            throw e;
        }
    }

    /** Sends away what waits, and lets nothing in any more. */
    void close() {
        locked(() -> {
            if (!closed) {
                closed = true;
                turns.release(MORE_THAN_ALL);
            }
        });
    }

    private void countFlow() {
        if (!flows.has(1, nanoTime.getAsLong())) {
            throw exhausted(
                    "more flows start or go on than the " + limits.flowsPerSecond() + " a second and " + limits.burst()
                            + " at one moment that are allowed",
                    "try again in " + describe(flows.nanosUntil(1)));
        }
        flows.use(1);
    }

    private void requireWilling() {
        var now = nanoTime.getAsLong();
        if (closed) {
            throw Fairness.closed();
        }
        if (breaker.refuses(now)) {
            var left = breaker.nanosLeft(now);
            throw refused(
                    ErrorCode.BREAKER_OPEN,
                    limits.limitErrors() + " flows in a row have reached a limit, so none is run",
                    left > 0
                            ? "find the Action that takes so much; one flow is tried in " + describe(left)
                            : "one flow is being tried; try again when it has ended");
        }
        if (!cpu.has(0, now)) {
            throw exhausted(
                    "the Actions have used more than their "
                            + describe(limits.cpuPerMinute().toNanos()) + " of CPU time a minute",
                    "find the Action that computes so long; try again in " + describe(cpu.nanosUntil(0)));
        }
    }

    private void awaitTurn() {
        if (turns.tryAcquireInOrder(0)) {
            return;
        }
        if (turns.getQueueLength() >= limits.flowsAtOnce()) {
            throw exhausted(
                    "as many flows wait for their turn as are allowed, " + limits.flowsAtOnce(), "try again later");
        }
        if (!turns.tryAcquireInOrder(limits.longestWait().toNanos())) {
            throw exhausted(
                    "no flow ended in "
                            + describe(limits.longestWait().toNanos()) + " to make room for this one, and "
                            + turns.earned()
                            + " may run at once now",
                    "try again later");
        }
    }

    private ActionsException exhausted(String what, String advice) {
        return refused(ErrorCode.RESOURCE_EXHAUSTED, what, advice);
    }

    private ActionsException refused(ErrorCode code, String what, String advice) {
        return new ActionsException(
                code,
                "tenant '" + tenant + "': " + what + "; " + advice
                        + ", or raise the tenant's limits. A paused login still waits");
    }

    private static String describe(long nanos) {
        return nanos < 1_000_000_000L
                ? Math.ceilDiv(nanos, 1_000_000L) + " ms"
                : String.format(Locale.ROOT, "%d s", Math.ceilDiv(nanos, 1_000_000_000L));
    }

    private void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** One flow that runs; on one thread. */
    private final class Running implements Turn {
        private Duration used = Duration.ZERO;
        private Duration taken = Duration.ZERO;
        private Breaker.End end = Breaker.End.UNKNOWN;

        @Override
        public void ran(GuestOutcome outcome) {
            used = used.plus(outcome.usage().cpuTime());
            taken = taken.plus(outcome.usage().duration());
            var ended = switch (outcome) {
                case GuestOutcome.Returned returned -> Breaker.End.WELL;
                case GuestOutcome.Threw threw -> Breaker.End.WELL;
                case GuestOutcome.LimitExceeded exceeded ->
                    isTakenFromOthers(exceeded.limit()) ? Breaker.End.BADLY : Breaker.End.WELL;
                case GuestOutcome.Died died -> Breaker.End.BADLY;
                case GuestOutcome.Cancelled cancelled -> Breaker.End.UNKNOWN;
                case GuestOutcome.Overloaded overloaded -> Breaker.End.UNKNOWN;
            };
            if (end != Breaker.End.BADLY && ended != Breaker.End.UNKNOWN) {
                end = ended;
            }
        }

        private static boolean isTakenFromOthers(Limit limit) {
            return switch (limit) {
                case WALL_CLOCK, CPU_TIME, ALLOCATED_BYTES, STATEMENTS, ENGINE_LOCK -> true;
                case SOURCE_BYTES, OUTPUT_CHARS -> false;
            };
        }

        @Override
        public void close() {
            try {
                locked(this::settle);
            } finally {
                turns.release();
            }
        }

        private boolean isCostly(long now) {
            var hasWaited = used.isZero() || used.multipliedBy(2).compareTo(taken) < 0;
            return used.compareTo(hasWaited ? COSTLY : COSTLY_WITHOUT_WAITING) >= 0
                    || (!hasWaited && !cpu.has(enoughCpu, now));
        }

        private void settle() {
            cpu.use((double) used.toNanos());
            var now = nanoTime.getAsLong();
            if (breaker.end(this, end, now)) {
                LOG.warn(
                        "tenant {}: no flow is run for {}, after {} in a row that reached a limit",
                        tenant,
                        describe(limits.breakerOpen().toNanos()),
                        limits.limitErrors());
            }
            if (end == Breaker.End.BADLY || isCostly(now)) {
                turns.forfeit();
            } else if (end == Breaker.End.WELL) {
                turns.earn();
            }
        }
    }

    /** As many turns as the tenant has earned, given in the order they were asked for. */
    private static final class Turns extends Semaphore {
        private static final long serialVersionUID = 1L;

        private final int least;
        private final int most;
        private final AtomicInteger earned; // changed under the lock

        Turns(int least, int most) {
            super(least, true);
            this.least = least;
            this.most = most;
            this.earned = new AtomicInteger(least);
        }

        int earned() {
            return earned.get();
        }

        void earn() {
            if (earned.get() < most) {
                earned.incrementAndGet();
                release();
            }
        }

        void forfeit() {
            reducePermits(earned.getAndSet(least) - least);
        }

        boolean tryAcquireInOrder(long nanos) {
            try {
                return tryAcquire(nanos, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ActionsException(
                        ErrorCode.CANCELLED, "the thread was interrupted before the flow had its turn", e);
            }
        }
    }
}
