package dev.postern.sandbox;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
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

    /** In a second there are twice as many, unless all of this process has stood still. */
    private static final int LOOKS = 100;

    private final LongConsumer spoilt;
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private volatile Map<AbstractQueuedSynchronizer, Keeper> awaited = Map.of();

    /** The thread that has a lock that others wait for, since when it is known to, and how often it was seen to. */
    private record Keeper(long threadId, long sinceNanos, int looks) {
        static Keeper of(long threadId, @Nullable Keeper before) {
            return before != null && before.threadId() == threadId
                    ? new Keeper(threadId, before.sinceNanos(), before.looks() + 1)
                    : new Keeper(threadId, System.nanoTime(), 0);
        }

        boolean isTooLong() {
            return looks >= LOOKS && System.nanoTime() - sinceNanos >= LONGEST_KEPT.toNanos();
        }
    }

    /**
     * Locks of no thread yet.
     *
     * @param spoilt is told, at every look, since when a lock is kept that nobody can have unlocked
     */
    LeftLocks(LongConsumer spoilt) {
        this.spoilt = spoilt;
    }

    /** The calling thread uses the engine from now on. */
    void add() {
        threads.add(Thread.currentThread());
    }

    /** The calling thread does not use the engine any more. */
    void remove() {
        threads.remove(Thread.currentThread());
    }

    boolean areAwaited() {
        return !awaited.isEmpty();
    }

    /**
     * Sees who waits for what. For one thread.
     *
     * @param end ends the guest of a thread; false if it runs none
     */
    void look(LongPredicate end) {
        var before = awaited;
        var now = new HashMap<AbstractQueuedSynchronizer, Keeper>();
        var keeperOf = new HashMap<Long, Keeper>();
        var others = new ArrayList<Thread>();
        for (var thread : threads) {
            var lock = awaitedBy(thread);
            if (lock == null) {
                others.add(thread);
            } else {
                var keeper = Keeper.of(owner(thread, lock), before.get(lock));
                now.put(lock, keeper);
                keeperOf.put(thread.threadId(), keeper);
            }
        }
        awaited = now;
        if (!now.isEmpty()) {
            others.forEach(LockSupport::unpark); // those that are idle see whether it is theirs
        }
        for (var keeper : now.values()) {
            if (keeper.isTooLong() && !isHeldUp(keeper, keeperOf) && !end.test(keeper.threadId())) {
                spoilt.accept(keeper.sinceNanos());
            }
        }
    }

    /** Whether it waits for a lock itself, of another that does not wait for it. */
    private static boolean isHeldUp(Keeper keeper, Map<Long, Keeper> keeperOf) {
        var next = keeperOf.get(keeper.threadId());
        for (var steps = 0; next != null && steps < keeperOf.size(); steps++) {
            if (next.threadId() == keeper.threadId()) {
                return false;
            }
            next = keeperOf.get(next.threadId());
        }
        return keeperOf.containsKey(keeper.threadId());
    }

    /** The lock that a thread waits for, or null. */
    static @Nullable AbstractQueuedSynchronizer awaitedBy(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                        && LockSupport.getBlocker(thread) instanceof AbstractQueuedSynchronizer lock
                        && lock.getClass().getNestHost() == ReentrantLock.class
                ? lock
                : null;
    }

    private static long owner(Thread waiting, AbstractQueuedSynchronizer lock) {
        var info = THREADS.getThreadInfo(waiting.threadId());
        var awaits = info == null ? null : info.getLockInfo();
        var isSame = awaits != null && awaits.getIdentityHashCode() == System.identityHashCode(lock);
        return isSame ? info.getLockOwnerId() : NOBODY;
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
