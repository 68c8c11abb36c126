package dev.postern.attacks;

import static java.util.Objects.requireNonNull;

import dev.postern.ActionsRuntime;
import dev.postern.deployment.Flow;
import dev.postern.tenant.Tenant;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Another tenant of the same server, whose users log in every 50 ms whatever the attacker does. */
final class Canary implements AutoCloseable {

    private static final long PERIOD_NANOS = 50_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ActionsRuntime runtime;
    private final Flow flow = Logins.golden(Tenant.of("canary"));
    private final Thread thread;
    private volatile boolean closed;
    private int logins; // guarded by this, as are those below
    private double worstMs;
    private @Nullable String fault;

    /** What the canary has seen since it was asked last. */
    record Song(int logins, double worstMs, @Nullable String fault) {}

    Canary(ActionsRuntime runtime) {
        this.runtime = requireNonNull(runtime, "runtime");
        this.thread = Thread.ofPlatform().daemon().name("canary").start(this::sing);
    }

    private void sing() {
        try {
            for (var i = 0; !closed; i++) {
                var started = System.nanoTime();
                var fault = login("auth0|canary" + i);
                var nanos = System.nanoTime() - started;
                hear(nanos / 1e6, fault);
                Thread.sleep(Duration.ofNanos(Math.max(0, PERIOD_NANOS - nanos)));
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private String login(String user) {
        try {
            return Logins.fault(runtime.start(flow, Logins.event(user, Map.of())), user);
        } catch (RuntimeException | Error e) {
            return "threw " + e;
        }
    }

    private synchronized void hear(double ms, String heard) {
        logins++;
        worstMs = Math.max(worstMs, ms);
        if (fault == null && !heard.isEmpty()) {
            fault = heard;
        }
        notifyAll();
    }

    /** Forgets what was before. */
    synchronized void begin() {
        logins = 0;
        worstMs = 0;
        fault = null;
    }

    /** What has been since {@link #begin}: waits for a login that began after it. */
    synchronized Song end() throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (logins < 2 && System.nanoTime() < deadline) {
            wait(100);
        }
        return new Song(logins, worstMs, logins < 2 ? "no login has ended" : fault);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
