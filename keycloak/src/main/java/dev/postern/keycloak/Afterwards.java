package dev.postern.keycloak;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/** Runs what nobody waits for, one thing of a realm after the other: none keeps the others waiting. Thread-safe. */
final class Afterwards implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Afterwards.class);
    private static final int THREADS = 4;

    /** Of a realm. */
    private static final int MOST_WAITING = 250;

    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().daemon().name("postern-afterwards-", 0).factory());

    /** What each realm has to do, of which the first runs or is about to; nothing of realms that have nothing. */
    private final Map<String, Queue<Runnable>> work = new HashMap<>();

    void run(String realm, Runnable task) {
        synchronized (work) {
            var own = work.get(realm);
            if (own == null) {
                work.put(realm, new ArrayDeque<>(List.of(task)));
                threads.execute(() -> runFirst(realm, task));
            } else if (own.size() < MOST_WAITING) {
                own.add(task);
            } else {
                LOG.errorf("realm %s: what happened to a user was told to no Action: too much waits to be told", realm);
            }
        }
    }

    private void runFirst(String realm, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.errorf(e, "realm %s: the Actions that nobody waits for could not be run", realm);
        } finally {
            startNext(realm);
        }
    }

    private void startNext(String realm) {
        synchronized (work) {
            var own = work.getOrDefault(realm, new ArrayDeque<>());
            own.poll();
            var next = own.peek();
            if (next == null) {
                work.remove(realm);
            } else {
                threads.execute(() -> runFirst(realm, next));
            }
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
