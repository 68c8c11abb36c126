package dev.postern.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Locks of the engine that a guest has left locked. Where the stack ends in {@code ReentrantLock.lock}, the JVM has the lock
 * taken first and throws then, so that the engine never comes to unlock it; a guest can bring that about by its recursion,
 * and all who use the same code of the engine would wait. A thread that runs no guest has nothing to keep locked, and
 * unlocks what others wait for.
 */
final class LeftLocks {

    private static final Logger LOG = System.getLogger(LeftLocks.class.getName());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long NOBODY = -1;

    /** The engine keeps a lock for microseconds; its thread may have to wait for a processor meanwhile. */
    static final Duration LONGEST_KEPT = Duration.ofSeconds(1);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Map<AbstractQueuedSynchronizer, Keeper> awaited = Map.of();

    /** The thread that has a lock that others wait for, and since when it is known to. */
    private record Keeper(long threadId, long sinceNanos) {
        boolean isTooLong() {
            return System.nanoTime() - sinceNanos >= LONGEST_KEPT.toNanos();
        }
    }

    /** The calling thread runs guests from now on. */
    void add() {
        threads.add(Thread.currentThread());
    }

    /** The calling thread does not run guests any more. */
    void remove() {
        threads.remove(Thread.currentThread());
    }

    /** Sees who waits for what, and gives the ids of threads that have kept one waiting too long. For one thread. */
    Set<Long> look() {
        var before = awaited;
        var now = new HashMap<AbstractQueuedSynchronizer, Keeper>();
        for (var thread : threads) {
            var lock = awaitedBy(thread);
            if (lock != null) {
                now.put(lock, keeper(thread, lock, before.get(lock)));
            }
        }
        awaited = now;
        if (!now.isEmpty()) {
            threads.forEach(LockSupport::unpark);
        }
        return now.values().stream()
                .filter(Keeper::isTooLong)
                .map(Keeper::threadId)
                .collect(Collectors.toSet());
    }

    /** The lock that a thread waits for, or null. */
    static @Nullable AbstractQueuedSynchronizer awaitedBy(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                        && LockSupport.getBlocker(thread) instanceof AbstractQueuedSynchronizer lock
                        && lock.getClass().getNestHost() == ReentrantLock.class
                ? lock
                : null;
    }

    private static Keeper keeper(Thread waiting, AbstractQueuedSynchronizer lock, @Nullable Keeper before) {
        var info = THREADS.getThreadInfo(waiting.threadId());
        var awaits = info == null ? null : info.getLockInfo();
        var isSame = awaits != null && awaits.getIdentityHashCode() == System.identityHashCode(lock);
        var owner = isSame ? info.getLockOwnerId() : NOBODY;
        return before != null && before.threadId() == owner ? before : new Keeper(owner, System.nanoTime());
    }

    /** For a thread that runs no guest: unlocks what it has locked and others wait for. */
    void unlock() {
        for (var lock : awaited.keySet()) {
            try {
                var isFree = false;
                while (!isFree) {
                    isFree = lock.release(1);
                }
                LOG.log(Level.DEBUG, "a guest had left a lock of the engine locked");
            } catch (IllegalMonitorStateException e) {
                // another thread's
            }
        }
    }
}
