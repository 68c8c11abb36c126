package dev.postern.sandbox;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.jspecify.annotations.Nullable;

/**
 * Contexts made ahead of need: a thread of its own makes a few while others run guests, so that an execution that finds
 * one is spared most of its time. Where executions come faster than that, they make their own as if there were none.
 *
 * <p>It begins with the first execution that follows {@value #WARM} others, for a process that runs one flow needs no
 * spares, and serves one bootstrap, the one it saw last.
 */
final class SpareContexts implements AutoCloseable {

    private static final int WARM = 12;
    private static final int SPARES = 6;

    private final Engine engine;
    private final Prelude prelude;
    private final BlockingQueue<Spare> spares = new ArrayBlockingQueue<>(SPARES);
    private final AtomicInteger seen = new AtomicInteger();
    private volatile @Nullable Script wanted;
    private volatile @Nullable Thread maker;
    private volatile boolean closed;

    private record Spare(Script bootstrap, GuestContext context) {}

    SpareContexts(Engine engine, Prelude prelude) {
        this.engine = engine;
        this.prelude = prelude;
    }

    Engine engine() {
        return engine;
    }

    Platform platform() {
        return prelude.platform();
    }

    /** A context for this bootstrap, made ahead or now. */
    GuestContext take(Script bootstrap, long statements) {
        if (statements == 0) {
            var spare = spares.poll();
            want(bootstrap);
            if (spare != null && spare.bootstrap() == bootstrap) {
                return spare.context();
            }
            if (spare != null) {
                spare.context().close(false);
            }
        }
        return GuestContext.make(engine, prelude, bootstrap, statements);
    }

    private void want(Script bootstrap) {
        wanted = bootstrap;
        if (maker == null && seen.incrementAndGet() == WARM) {
            maker = Thread.ofPlatform().daemon().name("postern-spare-contexts").start(this::make);
        }
        // Waking it costs more than it saves unless there is something to do.
        if (spares.size() < SPARES / 2) {
            LockSupport.unpark(maker);
        }
    }

    private void make() {
        while (!closed) {
            var bootstrap = wanted;
            if (bootstrap == null || spares.remainingCapacity() == 0) {
                LockSupport.park(this);
            } else {
                makeOne(bootstrap);
            }
        }
    }

    private void makeOne(Script bootstrap) {
        try {
            var spare = new Spare(bootstrap, GuestContext.make(engine, prelude, bootstrap, 0));
            if (closed || !spares.offer(spare)) {
                spare.context().close(false);
            }
        } catch (IllegalStateException | PolyglotException e) {
            // The engine was closed, or the bootstrap is at fault: then an execution meets the same, and says so.
            closed = true;
        }
    }

    /** Stops making contexts. Those that are left go with the engine. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(maker);
    }
}
