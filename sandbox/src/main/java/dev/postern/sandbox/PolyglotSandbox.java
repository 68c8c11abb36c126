package dev.postern.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;

/** The sandbox in this process. */
final class PolyglotSandbox implements Sandbox {

    private static final Logger LOG = System.getLogger(PolyglotSandbox.class.getName());
    private static final Duration TO_CLOSE = Duration.ofSeconds(2);

    private final Prelude prelude;
    private final LeftLocks leftLocks = new LeftLocks(this::giveUp);
    private final LimitWatch watch = new LimitWatch(this::cancel, leftLocks);
    private final GuestThreads threads = new GuestThreads(leftLocks);
    private volatile SpareContexts contexts;
    private volatile long engineSince = System.nanoTime();

    PolyglotSandbox(Platform platform) {
        prelude = Prelude.with(platform);
        contexts = new SpareContexts(engine(), prelude);
    }

    static Engine engine() {
        return Engine.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                // Short logins are faster in the interpreter, so it is no accident to warn about.
                .option("engine.WarnInterpreterOnly", "false")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        if (invocation.script().bytes() > invocation.limits().sourceBytes()) {
            return new GuestOutcome.LimitExceeded(Limit.SOURCE_BYTES, 0, List.of(), Usage.none());
        }
        var caller = Thread.currentThread();
        return threads.run(new GuestExecution(
                () -> contexts,
                watch,
                invocation,
                HostLink.to(invocation.hostFunctions()),
                line -> {},
                () -> LockSupport.unpark(caller)));
    }

    /** Closes a context on a thread of its own, which may have to wait for a lock that a guest has left. */
    private void cancel(Context context) {
        Thread.ofPlatform().daemon().name("postern-cancel").start(() -> {
            leftLocks.add();
            try {
                context.close(true);
            } finally {
                leftLocks.remove();
            }
        });
    }

    /** What begins from now on has another engine, unless this one is younger; who runs in it goes on. */
    private void giveUp(long spoiltSince) {
        if (spoiltSince - engineSince > 0) {
            var spoilt = contexts;
            contexts = new SpareContexts(engine(), prelude);
            engineSince = System.nanoTime();
            spoilt.close();
            LOG.log(Level.WARNING, "a guest has spoilt a lock of the engine; executions begin in a new one");
        }
    }

    /** What executions begin in at present. */
    SpareContexts contexts() {
        return contexts;
    }

    /** How many threads are held by guests that could not be stopped. */
    int quarantined() {
        return threads.quarantined();
    }

    /** Does not wait for guests that cannot be stopped: the engine is released when they end. */
    @Override
    public void close() {
        watch.close();
        contexts.close();
        threads.close();
        var last = contexts;
        var closing = Thread.ofPlatform()
                .daemon()
                .name("postern-close")
                .start(() -> last.engine().close(true));
        try {
            closing.join(TO_CLOSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
