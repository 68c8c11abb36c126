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
     * A sandbox in this process: contexts of {@code SandboxPolicy.CONSTRAINED} that share one engine's parsed code, and
     * offer this platform.
     */
    static Sandbox inProcess(Platform platform) {
        return new PolyglotSandbox(platform);
    }

    /** A sandbox in this process that offers the language alone. */
    static Sandbox inProcess() {
        return inProcess(Platform.none());
    }
}
