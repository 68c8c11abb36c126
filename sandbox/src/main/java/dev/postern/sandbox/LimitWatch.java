package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * Stops executions that use too much. One daemon thread looks at all of them every few milliseconds, and sleeps while
 * there are none.
 *
 * <p>An execution ends in exactly one way: its own thread {@link Watched#finish finishes} it, or the watch trips it
 * first and closes its context.
 */
final class LimitWatch implements AutoCloseable {

    private static final long PERIOD_NANOS = 4_000_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long NONE = -2;

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final Consumer<Context> stopper;
    private final LeftLocks leftLocks;
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean closed;

    /** @param stopper has a context end, and does not wait for it */
    LimitWatch(Consumer<Context> stopper, LeftLocks leftLocks) {
        this.stopper = stopper;
        this.leftLocks = leftLocks;
        thread = Thread.ofPlatform().daemon().name("postern-limits").start(this::watch);
    }

    /** Closes a context, for which the guest has to reach a safepoint, on a thread of its own. */
    static void close(Context context) {
        Thread.ofPlatform().daemon().name("postern-cancel").start(() -> context.close(true));
    }

    /** A watch that begins with {@link Watched#start}, and runs {@code wake} when it has ended the execution. */
    Watched watch(Limits limits, Runnable wake) {
        return new Watched(limits, wake);
    }

    private void watch() {
        while (!closed) {
            if (running.isEmpty() && !leftLocks.areAwaited()) {
                idle = true;
                if (running.isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            } else {
                LockSupport.parkNanos(this, PERIOD_NANOS);
                running.forEach(LimitWatch::look);
                lookForLocks();
            }
        }
    }

    private void lookForLocks() {
        try {
            leftLocks.look(this::endGuestOn);
        } catch (RuntimeException | Error e) {
            // at the next look
        }
    }

    private boolean endGuestOn(long threadId) {
        var guests = running.stream().filter(watched -> watched.isOn(threadId)).toList();
        guests.forEach(watched -> watched.trip(new End.Exceeded(Limit.ENGINE_LOCK)));
        return !guests.isEmpty();
    }

    /** Where memory or threads have run out, it is tried again: without this thread nothing would end any more. */
    private static void look(Watched watched) {
        try {
            var end = watched.check();
            if (end != null) {
                watched.trip(end);
            }
            var ended = watched.end();
            if (ended != null && !(ended instanceof End.Finished)) {
                watched.stop(); // unless it was stopped when it ended
            }
        } catch (RuntimeException | Error e) {
            // at the next look
        }
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        for (var watched : running) {
            watched.trip(End.CANCELLED);
        }
    }

    /** How an execution ended, so far as the watch is concerned. */
    sealed interface End {
        End FINISHED = new Finished();
        End CANCELLED = new Cancelled();

        record Finished() implements End {}

        record Cancelled() implements End {}

        record Exceeded(Limit limit) implements End {}
    }

    /**
     * One execution under watch. It runs in stints, each on the thread that calls {@link #enter} and {@link #leave}, and
     * waits between them.
     */
    final class Watched {
        private final Limits limits;
        private final Runnable wake;
        private final AtomicReference<@Nullable End> end = new AtomicReference<>();
        private final AtomicBoolean isStopped = new AtomicBoolean();
        private volatile long startNanos = System.nanoTime();
        private volatile @Nullable Context context;
        private volatile @Nullable Stint stint;
        private volatile long threadId = NONE; // that it runs on, or that makes its context or closes it
        private volatile Used before = Used.NOTHING; // in the stints that are over

        private Watched(Limits limits, Runnable wake) {
            this.limits = limits;
            this.wake = wake;
        }

        /** Begins, on the calling thread: from now on time counts. */
        void start() {
            threadId = Thread.currentThread().threadId();
            startNanos = System.nanoTime();
            running.add(this);
            if (closed) {
                cancel();
            } else if (idle) {
                LockSupport.unpark(thread);
            }
        }

        /** From now on going over a limit closes this context. */
        void use(Context made) {
            context = made;
            if (end.get() != null) {
                stop();
            }
        }

        /** The guest runs on the calling thread from now on. */
        void enter() {
            threadId = Thread.currentThread().threadId();
            stint = Stint.begin();
        }

        /** The guest has stopped running, to wait or for good. */
        void leave() {
            var over = stint;
            if (over != null) {
                threadId = NONE;
                stint = null; // before it is added: it must not count twice
                before = before.plus(over.used());
            }
        }

        private boolean isOn(long thread) {
            return threadId == thread;
        }

        /** The limit this execution has passed by now, or null. May be asked by any thread. */
        private @Nullable End check() {
            if (remainingNanos() <= 0) {
                return new End.Exceeded(Limit.WALL_CLOCK);
            }
            var used = used();
            if (used.cpuNanos() > limits.cpuTime().toNanos()) {
                return new End.Exceeded(Limit.CPU_TIME);
            }
            return used.bytes() > limits.allocatedBytes() ? new End.Exceeded(Limit.ALLOCATED_BYTES) : null;
        }

        private Used used() {
            var current = stint;
            return current == null ? before : before.plus(current.used());
        }

        /** What was used until now. */
        Usage usage() {
            var used = used();
            return new Usage(Duration.ofNanos(elapsedNanos()), Duration.ofNanos(used.cpuNanos()), used.bytes());
        }

        private long remainingNanos() {
            return limits.wallClock().toNanos() - elapsedNanos();
        }

        private long elapsedNanos() {
            return System.nanoTime() - startNanos;
        }

        /** How the watch has ended this execution, or null while it runs. */
        @Nullable
        End end() {
            return end.get();
        }

        /** What it says is final. The execution may have passed a limit since the last look. */
        End finish() {
            var last = check();
            end.compareAndSet(null, last == null ? End.FINISHED : last);
            return requireNonNull(end.get());
        }

        /** Ends the watch: the guest has left its thread, or was given up. */
        void forget() {
            threadId = NONE;
            running.remove(this);
        }

        /** Ends the execution from outside; nothing if it has ended. */
        void cancel() {
            trip(End.CANCELLED);
        }

        private void trip(End reason) {
            if (end.compareAndSet(null, reason)) {
                wake.run();
                stop();
            }
        }

        private void stop() {
            var stopped = context;
            if (stopped != null && isStopped.compareAndSet(false, true)) {
                try {
                    stopper.accept(stopped);
                } catch (RuntimeException | Error e) {
                    isStopped.set(false);
                    throw e;
                }
            }
        }
    }

    /** What one thread has used since this began. */
    record Stint(long threadId, long startCpu, long startBytes) {
        static Stint begin() {
            return new Stint(
                    Thread.currentThread().threadId(),
                    THREADS.getCurrentThreadCpuTime(),
                    THREADS.getCurrentThreadAllocatedBytes());
        }

        Used used() {
            return new Used(
                    THREADS.getThreadCpuTime(threadId) - startCpu,
                    THREADS.getThreadAllocatedBytes(threadId) - startBytes);
        }
    }

    /** Processor time, and what was allocated. */
    record Used(long cpuNanos, long bytes) {
        static final Used NOTHING = new Used(0, 0);

        Used plus(Used more) {
            return new Used(cpuNanos + more.cpuNanos, bytes + more.bytes);
        }
    }
}
