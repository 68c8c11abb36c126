package dev.postern;

import dev.postern.node.NodePlatform;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Invocation;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.WorkerSettings;
import org.jspecify.annotations.Nullable;

/** The worker processes of all runtimes of a test, which close it and leave it open. */
final class SharedWorkers implements Sandbox {

    private final Sandbox workers = Sandbox.inWorkers(NodePlatform.platform(), WorkerSettings.defaults());

    /** Those of the tests that are run with {@code -Dpostern.isolation=PROCESS}; null in other runs. */
    static @Nullable SharedWorkers ofThisRun() {
        return Isolation.valueOf(System.getProperty("postern.isolation", "IN_PROCESS")) == Isolation.PROCESS
                ? new SharedWorkers()
                : null;
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        return workers.run(invocation);
    }

    @Override
    public void close() {
        // The processes end with this one.
    }
}
