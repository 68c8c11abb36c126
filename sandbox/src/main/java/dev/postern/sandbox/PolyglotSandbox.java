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
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;

/** The sandbox in this process. */
final class PolyglotSandbox implements Sandbox {

    private static final Script PRELUDE = prelude();

    private final Engine engine;
    private final LimitWatch watch = new LimitWatch();
    private final SpareContexts contexts;

    /** For callers on virtual threads: the JVM counts neither processor time nor memory of those. */
    private final ExecutorService platformThreads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("postern-guest-", 0).factory());

    PolyglotSandbox() {
        engine = Engine.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                // Short logins are faster in the interpreter, so it is no accident to warn about.
                .option("engine.WarnInterpreterOnly", "false")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
        contexts = new SpareContexts(engine, PRELUDE);
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        if (invocation.script().bytes() > invocation.limits().sourceBytes()) {
            return new GuestOutcome.LimitExceeded(Limit.SOURCE_BYTES, 0, List.of(), Duration.ZERO);
        }
        var execution = new GuestExecution(contexts, watch, invocation);
        return Thread.currentThread().isVirtual() ? runOnPlatformThread(execution) : execution.run();
    }

    private GuestOutcome runOnPlatformThread(GuestExecution execution) {
        try {
            return start(execution).get();
        } catch (InterruptedException e) {
            execution.cancel();
            Thread.currentThread().interrupt();
            return new GuestOutcome.Cancelled(List.of(), Duration.ZERO);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException fault ? fault : new IllegalStateException(e.getCause());
        }
    }

    private Future<GuestOutcome> start(GuestExecution execution) {
        try {
            return platformThreads.submit(execution::run);
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("the sandbox is closed", e);
        }
    }

    @Override
    public void close() {
        watch.close();
        contexts.close();
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
