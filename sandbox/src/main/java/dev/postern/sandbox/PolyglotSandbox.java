package dev.postern.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;

/** The sandbox in this process. */
final class PolyglotSandbox implements Sandbox {

    private static final Script PRELUDE = prelude();

    private final Engine engine;
    private final LimitWatch watch = new LimitWatch();
    private final ExecutorService platformThreads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("postern-guest-", 0).factory());

    PolyglotSandbox() {
        // The interpreter is what we want (docs/compatibility.md says why); its warning would be on every console.
        System.setProperty("polyglot.engine.WarnInterpreterOnly", "false");
        engine = Engine.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        if (invocation.script().bytes() > invocation.limits().sourceBytes()) {
            return new GuestOutcome.LimitExceeded(Limit.SOURCE_BYTES, 0, List.of(), Duration.ZERO);
        }
        return Thread.currentThread().isVirtual() ? runOnPlatformThread(invocation) : execute(invocation);
    }

    private GuestOutcome execute(Invocation invocation) {
        return new GuestExecution(engine, PRELUDE, watch, invocation).run();
    }

    private GuestOutcome runOnPlatformThread(Invocation invocation) {
        var running = platformThreads.submit(() -> execute(invocation));
        var interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    running.cancel(true);
                    return new GuestOutcome.Cancelled(List.of(), Duration.ZERO);
                } catch (ExecutionException e) {
                    throw new IllegalStateException(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        watch.close();
        platformThreads.shutdown();
        engine.close(true);
    }

    private static Script prelude() {
        try (var in = PolyglotSandbox.class.getResourceAsStream("sandbox.js")) {
            if (in == null) {
                throw new IllegalStateException("sandbox.js is missing from the jar");
            }
            return Script.of("postern:sandbox", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
