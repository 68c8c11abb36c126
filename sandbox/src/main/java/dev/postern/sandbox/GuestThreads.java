package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.GuestExecution.Pause;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Threads for guests, while those who called wait: whatever a guest does, its caller goes on at the deadline. A guest that
 * does not stop then, for it is in a single operation without a safepoint, is given up: its thread is quarantined until
 * the operation ends, and another takes its place. Where too many are, nothing new is begun.
 */
final class GuestThreads implements AutoCloseable {

    private static final Logger LOG = System.getLogger(GuestThreads.class.getName());
    private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
    private static final int THREADS = Math.max(4, 2 * PROCESSORS);

    /** Each may take a processor. */
    static final int MOST_QUARANTINED = Math.max(4, 2 * PROCESSORS);

    /** Each holds a thread that waits for a lock, and what it has of an engine that was given up. */
    static final int MOST_STUCK = 4 * MOST_QUARANTINED;

    /** How long a guest has to reach a safepoint: most do in a few milliseconds, and then it is known where they were. */
    static final Duration TO_STOP = Duration.ofMillis(50);

    private final GuestExecutor threads;
    private final GuestTurns turns;
    private final AtomicInteger quarantined = new AtomicInteger();
    private final AtomicInteger stuck = new AtomicInteger();

    GuestThreads(LeftLocks leftLocks) {
        threads = new GuestExecutor(leftLocks);
        turns = new GuestTurns(THREADS, threads);
    }

    /** Runs it to its end, in the sense of its caller. */
    GuestOutcome run(GuestExecution execution) {
        if (quarantined.get() >= MOST_QUARANTINED || stuck.get() >= MOST_STUCK) {
            return new GuestOutcome.Overloaded(Usage.none());
        }
        var interrupted = false;
        try {
            Supplier<Pause> part = execution::begin;
            while (true) {
                var stint = new Stint(execution, part);
                if (threads.isClosed()) {
                    throw new RejectedExecutionException();
                }
                turns.add(stint);
                interrupted |= await(stint);
                switch (stint.result()) {
                    case Pause.Ends ends -> {
                        return ends.outcome();
                    }
                    case Pause.Waits waits -> interrupted |= await(waits, execution);
                }
                part = execution::goOn;
            }
        } catch (RejectedExecutionException e) {
            if (execution.hasBegun()) {
                return execution.withdraw();
            }
            throw new IllegalStateException("the sandbox is closed", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Until the stint has ended or was given up. Says whether this thread was interrupted, which ends the execution. */
    private boolean await(Stint stint) {
        var execution = stint.execution;
        var interrupted = false;
        var notBegunBy =
                System.nanoTime() + execution.invocation().limits().wallClock().toNanos();
        var overSince = 0L;
        while (!stint.isOver()) {
            if (Thread.interrupted()) {
                interrupted = true;
                execution.cancel();
            }
            if (execution.isOver()) {
                overSince = overSince == 0 ? System.nanoTime() : overSince;
                var left = overSince + TO_STOP.toNanos() - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else {
                    stint.giveUp();
                }
            } else if (stint.isQueued()) {
                var left = notBegunBy - System.nanoTime();
                if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else {
                    stint.withdraw();
                }
            } else {
                // The watch wakes it; a guest that has finished and whose context cannot be closed is not over for
                // that.
                LockSupport.parkNanos(
                        this, execution.invocation().limits().wallClock().toNanos());
            }
        }
        return interrupted;
    }

    /** Until there is something to do. Says whether this thread was interrupted, which ends the execution. */
    private boolean await(Pause.Waits waits, GuestExecution execution) {
        var interrupted = false;
        var due = System.nanoTime() + waits.nanos();
        while (!execution.isDue()) {
            var left = due - System.nanoTime();
            if (left <= 0) {
                break;
            }
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                interrupted = true;
                execution.cancel();
            }
        }
        return interrupted;
    }

    /** How many threads guests hold that could not be stopped. */
    int quarantined() {
        return quarantined.get();
    }

    /** What runs may go on; nothing is begun any more. */
    @Override
    public void close() {
        threads.close();
        turns.close();
    }

    private enum State {
        QUEUED,
        RUNNING,
        ENDED,
        WITHDRAWN,
        GIVEN_UP
    }

    /** One part of an execution, for a thread of these. */
    private final class Stint implements GuestTurns.Part {
        private final Thread caller = Thread.currentThread();
        private final GuestExecution execution;
        private final Supplier<Pause> part;
        private final AtomicReference<State> state = new AtomicReference<>(State.QUEUED);
        private volatile @Nullable Thread thread;
        private volatile AtomicInteger counted = quarantined;
        private @Nullable Pause pause;
        private @Nullable Throwable failure;

        Stint(GuestExecution execution, Supplier<Pause> part) {
            this.execution = execution;
            this.part = part;
        }

        @Override
        public String owner() {
            return execution.invocation().owner();
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            if (!state.compareAndSet(State.QUEUED, State.RUNNING)) {
                return;
            }
            try {
                pause = part.get();
            } catch (RuntimeException | Error e) {
                failure = e;
            }
            if (state.compareAndSet(State.RUNNING, State.ENDED)) {
                LockSupport.unpark(caller);
            } else {
                counted.decrementAndGet();
            }
        }

        @Override
        public void leave() {
            if (state.get() != State.GIVEN_UP) {
                turns.end(owner());
            }
        }

        @Override
        public void refuse() {
            withdraw();
            LockSupport.unpark(caller);
        }

        boolean isOver() {
            return switch (state.get()) {
                case QUEUED, RUNNING -> false;
                case ENDED, WITHDRAWN, GIVEN_UP -> true;
            };
        }

        boolean isQueued() {
            return state.get() == State.QUEUED;
        }

        /** Has no thread begin it. */
        void withdraw() {
            state.compareAndSet(State.QUEUED, State.WITHDRAWN);
        }

        /** Does not wait for it any more. */
        void giveUp() {
            counted = thread != null && LeftLocks.awaitedBy(thread) != null ? stuck : quarantined;
            counted.incrementAndGet(); // before its thread can see that it was given up
            if (!state.compareAndSet(State.RUNNING, State.GIVEN_UP)) {
                counted.decrementAndGet();
                withdraw();
                return;
            }
            turns.end(owner());
            LOG.log(
                    Level.WARNING,
                    "a guest goes on beyond its limits and cannot be stopped in this process; threads held so: {0},"
                            + " and by a lock of the engine: {1}",
                    quarantined,
                    stuck);
        }

        Pause result() {
            return switch (state.get()) {
                case WITHDRAWN -> new Pause.Ends(execution.withdraw());
                case GIVEN_UP -> new Pause.Ends(execution.giveUp());
                case QUEUED, RUNNING, ENDED -> {
                    if (failure != null) {
                        throw failure instanceof IllegalStateException fault
                                ? fault
                                : new IllegalStateException(failure);
                    }
                    yield requireNonNull(pause);
                }
            };
        }
    }
}
