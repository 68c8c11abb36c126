package dev.postern.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads for guests: one that is idle, or else a new one. They stay until this is closed, because what a guest has
 * {@linkplain LeftLocks left locked} can be unlocked by its thread alone.
 */
final class GuestExecutor implements AutoCloseable {

    private final ThreadFactory factory =
            Thread.ofPlatform().daemon().name("postern-guest-", 0).factory();
    private final LeftLocks leftLocks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Runner> idle = new ArrayDeque<>();
    private volatile boolean closed;

    /** What a thread of these runs, and then leaves. */
    interface Part extends Runnable {
        /** Whose guest it runs. */
        String owner();

        void leave();
    }

    GuestExecutor(LeftLocks leftLocks) {
        this.leftLocks = leftLocks;
    }

    /** @throws RejectedExecutionException if this is closed, or the system has no thread to give */
    void execute(Part part) {
        lock.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("closed");
            }
            var runner = idleFor(part.owner());
            if (runner == null) {
                start(new Runner(part));
            } else {
                idle.remove(runner);
                runner.begin(part);
            }
        } finally {
            lock.unlock();
        }
    }

    /** The owner's own last one, or else the one that has been idle for longest: others may not yet have met what is left. */
    private @Nullable Runner idleFor(String owner) {
        return idle.stream()
                .filter(runner -> owner.equals(runner.owner))
                .findFirst()
                .orElseGet(idle::peekLast);
    }

    private void start(Runner runner) {
        try {
            factory.newThread(runner).start();
        } catch (OutOfMemoryError e) {
            throw new RejectedExecutionException("no thread is to be had", e);
        }
    }

    boolean isClosed() {
        return closed;
    }

    /** What runs goes on to its end. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            idle.forEach(Runner::wake);
        } finally {
            lock.unlock();
        }
    }

    /** One thread, with what it is to run. */
    private final class Runner implements Runnable {
        private volatile @Nullable Part part;
        private volatile @Nullable Thread thread;
        private String owner; // guarded by the lock

        Runner(Part first) {
            part = first;
            owner = first.owner();
        }

        void begin(Part next) {
            part = next;
            owner = next.owner();
            wake();
        }

        void wake() {
            LockSupport.unpark(thread);
        }

        @Override
        public void run() {
            thread = Thread.currentThread();
            leftLocks.add();
            try {
                for (var next = part; next != null; next = afterwards(next)) {
                    next.run();
                }
            } finally {
                leftLocks.remove();
                forget();
            }
        }

        /** What is to be run next, after a wait; null where nothing is any more. */
        private @Nullable Part afterwards(Part over) {
            part = null;
            leftLocks.unlock();
            beIdle();
            over.leave(); // now that whoever comes next finds a thread
            while (part == null && !closed) {
                LockSupport.park(this);
                leftLocks.unlock();
            }
            return part;
        }

        private void beIdle() {
            lock.lock();
            try {
                idle.push(this);
            } finally {
                lock.unlock();
            }
        }

        private void forget() {
            lock.lock();
            try {
                idle.remove(this);
            } finally {
                lock.unlock();
            }
        }
    }
}
