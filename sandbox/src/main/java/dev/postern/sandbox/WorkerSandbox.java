package dev.postern.sandbox;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;

/** The sandbox of worker processes. */
final class WorkerSandbox implements Sandbox {

    private final WorkerPool pool;
    private final Platform platform;
    private final ScheduledThreadPoolExecutor deadlines;
    private final Set<WorkerExecution> running = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private WorkerSandbox(Platform platform, WorkerSettings settings) {
        this.platform = platform;
        this.pool = new WorkerPool(new WorkerLaunch(), platform, settings);
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("postern-deadlines").factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Once a worker is ready: a server that can have none is not to come up, and its first login not to wait for one. */
    static WorkerSandbox ready(Platform platform, WorkerSettings settings) {
        var sandbox = new WorkerSandbox(platform, settings);
        try {
            sandbox.pool.awaitReady();
            return sandbox;
        } catch (InterruptedException e) {
            sandbox.close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the first worker process started", e);
        } catch (IllegalStateException e) {
            sandbox.close();
            throw e;
        }
    }

    @Override
    public GuestOutcome run(Invocation invocation) {
        if (invocation.script().bytes() > invocation.limits().sourceBytes()) {
            return new GuestOutcome.LimitExceeded(Limit.SOURCE_BYTES, 0, List.of(), Usage.none());
        }
        WorkerProcess worker;
        try {
            worker = pool.take(invocation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new GuestOutcome.Cancelled(List.of(), Usage.none());
        }
        if (worker == null) {
            return new GuestOutcome.Overloaded(Usage.none());
        }
        var execution = new WorkerExecution(worker, platform, invocation, deadlines);
        running.add(execution);
        try {
            if (closed) {
                execution.cancel();
            }
            return execution.run();
        } finally {
            running.remove(execution);
            pool.give(worker, execution.leavesItSound(), execution.hasCostTheWorker());
        }
    }

    @Override
    public void close() {
        closed = true;
        running.forEach(WorkerExecution::cancel);
        pool.close();
        deadlines.shutdownNow();
    }
}
