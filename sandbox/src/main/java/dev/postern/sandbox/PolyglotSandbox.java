package dev.postern.sandbox;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Supplier;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.SandboxPolicy;
import org.jspecify.annotations.Nullable;

/** The sandbox in this process. */
final class PolyglotSandbox implements Sandbox {

    private static final GuestExecution.Carrier HERE = new GuestExecution.Carrier() {
        @Override
        public <T extends @Nullable Object> T carry(Supplier<T> step, Runnable cancel) {
            return step.get();
        }
    };

    private final Engine engine;
    private final LimitWatch watch = new LimitWatch();
    private final SpareContexts contexts;

    /** For callers on virtual threads: the JVM counts neither processor time nor memory of those. */
    private final CarrierThreads carriers = new CarrierThreads();

    PolyglotSandbox(Platform platform) {
        engine = Engine.newBuilder("js")
                .sandbox(SandboxPolicy.CONSTRAINED)
                // Short logins are faster in the interpreter, so it is no accident to warn about.
                .option("engine.WarnInterpreterOnly", "false")
                .in(InputStream.nullInputStream())
                .out(OutputStream.nullOutputStream())
                .err(OutputStream.nullOutputStream())
                .build();
        contexts = new SpareContexts(engine, Prelude.with(platform));
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        if (invocation.script().bytes() > invocation.limits().sourceBytes()) {
            return new GuestOutcome.LimitExceeded(Limit.SOURCE_BYTES, 0, List.of(), Usage.none());
        }
        var carrier = Thread.currentThread().isVirtual() ? carriers : HERE;
        return new GuestExecution(contexts, watch, carrier, invocation).run();
    }

    @Override
    public void close() {
        watch.close();
        contexts.close();
        carriers.close();
        engine.close(true);
    }
}
