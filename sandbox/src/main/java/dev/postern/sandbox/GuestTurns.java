package dev.postern.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Which guest a thread takes next. Owners take turns, however many guests each has waiting, and where there are several
 * each leaves a processor to the others: what a guest has begun to compute is not interrupted for another's. An owner that
 * has been alone for a minute has all threads.
 */
final class GuestTurns {

    private static final long ALONE_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int MOST_AMONG_SEVERAL =
            Math.max(1, Runtime.getRuntime().availableProcessors() - 1);

    private final int threads;
    private final GuestExecutor executor;
    private final ReentrantLock lock = new ReentrantLock();

    /** Those with guests that wait or run; whose turn is next comes first. */
    private final Map<String, Share> shares = new LinkedHashMap<>();

    private int running;
    private @Nullable String last; // owner that has asked
    private long severalUntil = System.nanoTime();

    /** What an owner has here. */
    private static final class Share {
        private final Deque<Part> waiting = new ArrayDeque<>();
        private int running;
    }

    /** What is run when its turn comes. */
    interface Part extends GuestExecutor.Part {

        /** There is no executor any more. */
        void refuse();
    }

    /** Turns on this executor, of which as many threads are used. */
    GuestTurns(int threads, GuestExecutor executor) {
        this.threads = threads;
        this.executor = executor;
    }

    /** Has it run when its turn comes, until {@link #end}. */
    void add(Part part) {
        var owner = part.owner();
        lock.lock();
        try {
            if (last != null && !last.equals(owner)) {
                severalUntil = System.nanoTime() + ALONE_NANOS;
            }
            last = owner;
            shares.computeIfAbsent(owner, name -> new Share()).waiting.add(part);
            begin();
        } finally {
            lock.unlock();
        }
    }

    /** The turn of one of this owner's is over. */
    void end(String owner) {
        lock.lock();
        try {
            leave(owner);
            begin();
        } finally {
            lock.unlock();
        }
    }

    private void leave(String owner) {
        running--;
        var share = Objects.requireNonNull(shares.get(owner));
        share.running--;
        if (share.running == 0 && share.waiting.isEmpty()) {
            shares.remove(owner);
        }
    }

    private void begin() {
        for (var owner = next(); owner != null; owner = next()) {
            // Behind all others from now on.
            var share = Objects.requireNonNull(shares.remove(owner));
            shares.put(owner, share);
            var part = share.waiting.remove();
            share.running++;
            running++;
            try {
                executor.execute(part);
            } catch (RejectedExecutionException e) {
                leave(owner);
                part.refuse();
            }
        }
    }

    private @Nullable String next() {
        if (running >= threads) {
            return null;
        }
        var most = System.nanoTime() < severalUntil ? Math.min(threads, MOST_AMONG_SEVERAL) : threads;
        for (var share : shares.entrySet()) {
            if (!share.getValue().waiting.isEmpty() && share.getValue().running < most) {
                return share.getKey();
            }
        }
        return null;
    }

    /** Has whoever waits learn that the executor takes nothing any more. */
    void close() {
        lock.lock();
        try {
            for (var share : shares.values()) {
                share.waiting.forEach(Part::refuse);
                share.waiting.clear();
            }
        } finally {
            lock.unlock();
        }
    }
}
