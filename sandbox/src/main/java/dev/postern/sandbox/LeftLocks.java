package dev.postern.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * Locks of the engine that a guest has left locked. Where the stack ends in {@code ReentrantLock.lock}, the JVM has the lock
 * taken first and throws then, so that the engine never comes to unlock it; a guest can bring that about by its recursion,
 * and all who use the same code of the engine would wait. A thread that runs no guest has nothing to keep locked, and
 * unlocks what others wait for.
 */
final class LeftLocks {

    private static final Logger LOG = System.getLogger(LeftLocks.class.getName());
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The engine keeps a lock for microseconds; its thread may have to wait for a processor meanwhile. */
    static final Duration LONGEST_KEPT = Duration.ofSeconds(1);

    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Map<AbstractQueuedSynchronizer, Long> awaited = Map.of(); // with the time of the first look

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
        var now = new HashMap<AbstractQueuedSynchronizer, Long>();
        var keepers = new HashSet<Long>();
        for (var thread : threads) {
            if (thread.getState() == Thread.State.WAITING
                    && LockSupport.getBlocker(thread) instanceof AbstractQueuedSynchronizer lock) {
                var since = before.getOrDefault(lock, System.nanoTime());
                now.put(lock, since);
                if (System.nanoTime() - since >= LONGEST_KEPT.toNanos()) {
                    keepers.add(keeper(thread));
                }
            }
        }
        awaited = now;
        if (!now.isEmpty()) {
            threads.forEach(LockSupport::unpark);
        }
        return keepers;
    }

    private static long keeper(Thread waiting) {
        var info = THREADS.getThreadInfo(waiting.threadId());
        return info == null ? -1 : info.getLockOwnerId();
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
            } catch (IllegalMonitorStateException | UnsupportedOperationException e) {
                // another thread's, or no lock that a thread owns
            }
        }
    }
}
