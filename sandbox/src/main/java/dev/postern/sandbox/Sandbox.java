package dev.postern.sandbox;

/**
 * Runs guest JavaScript, one fresh context for each invocation.
 *
 * <p>Thread-safe: many invocations may run at once, each on the thread that called {@link #run}, or on a thread of the
 * sandbox where the caller is a virtual thread. Interrupting the caller ends the execution soon, as {@link
 * GuestOutcome.Cancelled} or, where the engine was quicker, as {@link GuestOutcome.Threw}.
 */
public interface Sandbox extends AutoCloseable {

    /**
     * Runs the handler to its end: until its promise has settled, a limit is reached, or nothing is left that could
     * settle it. Whatever the guest did wrong is in the outcome.
     *
     * @throws IllegalStateException if the sandbox is closed, or the engine or a host function has a fault of its own
     */
    GuestOutcome run(Invocation invocation);

    /** Cancels what is running, whose outcome is then {@link GuestOutcome.Cancelled}, and releases the engine. */
    @Override
    void close();

    /**
     * Makes this process ready for code of anybody: initialises the engine's classes, which a guest could make unusable for
     * all otherwise. It takes some seconds of a processor the first time, and nothing later. A process that runs the code
     * of its own user only can do without, and so can one whose guests run in workers.
     */
    static void prepare() {
        EngineClasses.initialise();
    }

    /**
     * A sandbox in this process: contexts of {@code SandboxPolicy.CONSTRAINED} that share one engine's parsed code, and
     * offer this platform.
     */
    static Sandbox inProcess(Platform platform) {
        return new PolyglotSandbox(platform);
    }

    /**
     * A sandbox of worker processes, each with a sandbox as the other in it, whose host functions stay in this process. A
     * worker serves one owner all its life. One that dies takes one execution with it. It returns when one is ready.
     *
     * @throws IllegalStateException if none can be started, or the thread is interrupted
     */
    static Sandbox inWorkers(Platform platform, WorkerSettings settings) {
        return WorkerSandbox.ready(platform, settings);
    }

    /** A sandbox of this level; the settings are for one that has workers. */
    static Sandbox of(Isolation isolation, Platform platform, WorkerSettings settings) {
        return switch (isolation) {
            case IN_PROCESS -> inProcess(platform);
            case PROCESS -> inWorkers(platform, settings);
        };
    }
}
