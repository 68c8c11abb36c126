package dev.postern.sandbox;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** As many threads as there are processors, for the guests whose callers are virtual threads: those wait, these do not. */
final class CarrierThreads implements GuestExecution.Carrier, AutoCloseable {

    private final ExecutorService threads = Executors.newFixedThreadPool(
            Math.max(2, Runtime.getRuntime().availableProcessors()),
            Thread.ofPlatform().daemon().name("postern-guest-", 0).factory());

    @Override
    public <T extends @Nullable Object> T carry(Supplier<T> step, Runnable cancel) {
        var running = submit(step);
        if (running == null) {
            return step.get(); // the sandbox is closed: what is left is to end
        }
        var interrupted = false;
        try {
            while (true) {
                try {
                    return running.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    cancel.run();
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IllegalStateException fault ? fault : new IllegalStateException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private <T extends @Nullable Object> @Nullable Future<T> submit(Supplier<T> step) {
        try {
            return threads.submit(step::get);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
