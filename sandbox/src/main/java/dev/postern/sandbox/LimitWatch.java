package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
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

    private final Set<Watched> running = ConcurrentHashMap.newKeySet();
    private final Thread thread;
    private volatile boolean idle;
    private volatile boolean closed;

    LimitWatch() {
        thread = Thread.ofPlatform().daemon().name("postern-limits").start(this::watch);
    }

    /** Watches the calling thread until {@link Watched#finish}. */
    Watched start(Context context, Limits limits) {
        var watched = new Watched(context, limits);
        running.add(watched);
        if (closed) {
            watched.trip(End.CANCELLED);
        } else if (idle) {
            LockSupport.unpark(thread);
        }
        return watched;
    }

    private void watch() {
        while (!closed) {
            if (running.isEmpty()) {
                idle = true;
                if (running.isEmpty() && !closed) {
                    LockSupport.park(this);
                }
                idle = false;
            } else {
                LockSupport.parkNanos(this, PERIOD_NANOS);
                for (var watched : running) {
                    var end = watched.look();
                    if (end != null) {
                        watched.trip(end);
                    }
                }
            }
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

    /** One execution under watch. Made, asked and finished by the executing thread. */
    final class Watched {
        private final Context context;
        private final Limits limits;
        private final Thread executing = Thread.currentThread();
        private final long startNanos = System.nanoTime();
        private final long startCpu = THREADS.getCurrentThreadCpuTime();
        private final long startBytes = THREADS.getCurrentThreadAllocatedBytes();
        private final AtomicReference<@Nullable End> end = new AtomicReference<>();

        private Watched(Context context, Limits limits) {
            this.context = context;
            this.limits = limits;
        }

        /** The limit this execution has passed by now, or null. May be asked by any thread. */
        private @Nullable End check() {
            if (remainingNanos() <= 0) {
                return new End.Exceeded(Limit.WALL_CLOCK);
            }
            if (THREADS.getThreadCpuTime(executing.threadId()) - startCpu
                    > limits.cpuTime().toNanos()) {
                return new End.Exceeded(Limit.CPU_TIME);
            }
            var allocated = THREADS.getThreadAllocatedBytes(executing.threadId()) - startBytes;
            return allocated > limits.allocatedBytes() ? new End.Exceeded(Limit.ALLOCATED_BYTES) : null;
        }

        /** As {@link #check}, and whether the executing thread has been interrupted. Asked by the watch's own thread. */
        private @Nullable End look() {
            return executing.isInterrupted() ? End.CANCELLED : check();
        }

        long remainingNanos() {
            return limits.wallClock().toNanos() - elapsedNanos();
        }

        long elapsedNanos() {
            return System.nanoTime() - startNanos;
        }

        /** How the watch has ended this execution, or null while it runs. */
        @Nullable
        End end() {
            return end.get();
        }

        /** Ends the watch; what it says is final. The execution may have passed a limit since the last look. */
        End finish() {
            var last = check();
            end.compareAndSet(null, last == null ? End.FINISHED : last);
            running.remove(this);
            return requireNonNull(end.get());
        }

        /** Ends the execution from outside; nothing if it has ended. */
        void cancel() {
            trip(End.CANCELLED);
        }

        private void trip(End reason) {
            if (end.compareAndSet(null, reason)) {
                LockSupport.unpark(executing);
                // Closing waits for the guest to reach a safepoint, which a single huge operation may never do.
                Thread.ofPlatform().daemon().name("postern-cancel").start(() -> context.close(true));
            }
        }
    }
}
