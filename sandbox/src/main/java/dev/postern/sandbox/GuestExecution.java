package dev.postern.sandbox;

import dev.postern.sandbox.LimitWatch.End;
import dev.postern.sandbox.LimitWatch.Watched;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One invocation in a context of its own: it starts the handler, delivers what the host answers and fires timers until
 * the driver in {@code driver.js} has an outcome. Promise jobs run inside each step. While the guest waits, nothing but
 * the thread that called {@link #run} does.
 */
final class GuestExecution {

    private static final int ERROR_PARTS = 4;

    /** Longer than any execution may take. */
    private static final double LONGEST_WAIT_MILLIS = 1e9;

    /** What the engine says where the host's stack ends outside of guest code. */
    private static final String STACK_OVERFLOW = "Resource exhausted: Stack overflow";

    private final SpareContexts contexts;
    private final LimitWatch watch;
    private final Carrier carrier;
    private final Invocation invocation;
    private final ConsoleCapture console;
    private volatile @Nullable Watched running;
    private volatile boolean cancelled;

    /** Where the guest runs: on the calling thread, or on another while this one waits. */
    interface Carrier {
        /** Has the step done. What it throws is thrown here, and an interrupt makes {@code cancel} run meanwhile. */
        <T extends @Nullable Object> T carry(Supplier<T> step, Runnable cancel);
    }

    GuestExecution(SpareContexts contexts, LimitWatch watch, Carrier carrier, Invocation invocation) {
        this.contexts = contexts;
        this.watch = watch;
        this.carrier = carrier;
        this.invocation = invocation;
        this.console = new ConsoleCapture(invocation.limits().consoleBytes());
    }

    /** Ends the execution from another thread, also before it has begun. */
    void cancel() {
        cancelled = true;
        var watched = running;
        if (watched != null) {
            watched.cancel();
        }
    }

    /** Runs it to its end. The calling thread waits while the guest does, and has a stint of the guest's done in between. */
    GuestOutcome run() {
        var context = carrier.carry(
                () -> contexts.take(invocation.bootstrap(), invocation.limits().statements()), this::cancel);
        var watched = watch.start(context.context(), invocation.limits());
        running = watched;
        if (cancelled) {
            watched.cancel();
        }
        var calls = new GuestCalls(context, invocation, contexts.platform(), console, watched::wake);
        try {
            var pause = carrier.carry(() -> stint(watched, calls, () -> begin(context, calls, watched)), this::cancel);
            while (pause instanceof Pause.Waits waits) {
                waitFor(waits.millis(), watched, calls);
                pause = carrier.carry(() -> stint(watched, calls, () -> goOn(context, calls, watched)), this::cancel);
            }
            return ((Pause.Ends) pause).outcome();
        } finally {
            calls.close();
            var wasStopped = !(watched.finish() instanceof End.Finished);
            carrier.carry(
                    () -> {
                        context.close(wasStopped);
                        return true;
                    },
                    this::cancel);
        }
    }

    /** How a stint of the guest ends. */
    private sealed interface Pause {
        record Ends(GuestOutcome outcome) implements Pause {}

        /** Until a timer is due, or the host has answered. */
        record Waits(double millis) implements Pause {}
    }

    private Pause stint(Watched watched, GuestCalls calls, Supplier<Pause> part) {
        watched.enter();
        try {
            return part.get();
        } catch (PolyglotException e) {
            return ends(watched, calls, failure(e, watched), line(e));
        } finally {
            watched.leave();
        }
    }

    /** The outcome, unless the watch has ended the execution before it was reached. */
    private Pause ends(Watched watched, GuestCalls calls, GuestOutcome outcome, int line) {
        var end = watched.finish();
        if (calls.fault() != null) {
            throw new IllegalStateException("a host function failed in " + invocation, calls.fault());
        }
        return new Pause.Ends(
                switch (end) {
                    case End.Finished finished -> outcome;
                    case End.Cancelled cancelled -> new GuestOutcome.Cancelled(console.lines(), watched.usage());
                    case End.Exceeded exceeded ->
                        new GuestOutcome.LimitExceeded(exceeded.limit(), line, console.lines(), watched.usage());
                });
    }

    private Pause begin(GuestContext context, GuestCalls calls, Watched watched) {
        try {
            context.begin(calls::receive, invocation);
        } catch (PolyglotException e) {
            if (watched.end() != null) {
                throw e;
            }
            // Up to here trusted code has run, and no other.
            throw new IllegalStateException("a trusted script failed before " + invocation, e);
        }
        var module = context.evaluate(invocation.script());
        if (!module.canExecute()) {
            var error =
                    threw(watched, GuestError.Kind.SYNTAX, "SyntaxError", "the code is not the body of one module", "");
            return ends(watched, calls, error, 0);
        }
        context.start(module, invocation.handler());
        return untilItWaits(context, calls, watched);
    }

    private Pause untilItWaits(GuestContext context, GuestCalls calls, Watched watched) {
        while (true) {
            var answer = context.poll();
            if (answer.isString()) {
                return ends(watched, calls, returned(watched, answer.asString()), 0);
            }
            if (answer.hasArrayElements()) {
                return ends(watched, calls, threw(watched, answer), 0);
            }
            if (answer.isNull()) {
                var error = threw(
                        watched,
                        GuestError.Kind.NEVER_SETTLED,
                        "Error",
                        "the handler waits for a promise that nothing can settle any more",
                        "");
                return ends(watched, calls, error, 0);
            }
            if (answer.asDouble() > 0 && !calls.hasArrivals()) {
                return new Pause.Waits(answer.asDouble());
            }
            if (!moveOn(context, calls, watched)) {
                return cancelled(watched, calls);
            }
        }
    }

    private Pause goOn(GuestContext context, GuestCalls calls, Watched watched) {
        return moveOn(context, calls, watched) ? untilItWaits(context, calls, watched) : cancelled(watched, calls);
    }

    /** Delivers what has arrived, or runs the timer that is due; nothing where the watch has ended the execution. */
    private static boolean moveOn(GuestContext context, GuestCalls calls, Watched watched) {
        if (watched.end() != null || calls.fault() != null) {
            return false;
        }
        if (calls.hasArrivals()) {
            calls.deliver();
        } else {
            context.fire();
        }
        return true;
    }

    private Pause cancelled(Watched watched, GuestCalls calls) {
        return ends(watched, calls, new GuestOutcome.Cancelled(console.lines(), watched.usage()), 0);
    }

    /** Until the time is over, an answer of the host has arrived, or the watch has ended the execution. */
    private static void waitFor(double millis, Watched watched, GuestCalls calls) {
        var due = System.nanoTime() + (long) (Math.min(millis, LONGEST_WAIT_MILLIS) * 1_000_000);
        for (var left = 1L; left > 0 && watched.end() == null && !calls.hasArrivals(); ) {
            left = due - System.nanoTime();
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                watched.cancel();
            }
        }
    }

    private GuestOutcome returned(Watched watched, String json) {
        return json.length() > invocation.limits().outputChars()
                ? new GuestOutcome.LimitExceeded(Limit.OUTPUT_CHARS, 0, console.lines(), watched.usage())
                : new GuestOutcome.Returned(json, console.lines(), watched.usage());
    }

    private GuestOutcome threw(Watched watched, Value error) {
        var parts = new String[ERROR_PARTS];
        for (var i = 0; i < ERROR_PARTS; i++) {
            parts[i] = error.getArrayElement(i).asString();
        }
        var kind = switch (parts[0]) {
            case "module" -> GuestError.Kind.MODULE;
            case "handler" -> GuestError.Kind.HANDLER;
            case "unhandled" -> GuestError.Kind.UNHANDLED_REJECTION;
            default -> GuestError.Kind.THROWN;
        };
        return threw(watched, kind, parts[1], parts[2], parts[3]);
    }

    private GuestOutcome threw(Watched watched, GuestError.Kind kind, String name, String message, String stack) {
        var error = GuestStack.error(invocation.script(), kind, name, message, stack);
        return new GuestOutcome.Threw(error, console.lines(), watched.usage());
    }

    private GuestOutcome failure(PolyglotException e, Watched watched) {
        if (e.isInternalError()) {
            throw new IllegalStateException("the engine failed in " + invocation, e);
        }
        if (e.isCancelled()) {
            // Nothing but the watch and the engine's own count of statements cancels.
            return watched.end() != null
                    ? new GuestOutcome.Cancelled(console.lines(), watched.usage())
                    : new GuestOutcome.LimitExceeded(Limit.STATEMENTS, line(e), console.lines(), watched.usage());
        }
        if (e.isResourceExhausted()) {
            // The guest's own recursion ends in a RangeError of its own; this one is of code nested too deep to be
            // parsed.
            return STACK_OVERFLOW.equals(e.getMessage())
                    ? threw(watched, GuestError.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", "")
                    : new GuestOutcome.LimitExceeded(Limit.ALLOCATED_BYTES, line(e), console.lines(), watched.usage());
        }
        if (e.isSyntaxError()) {
            var location = e.getSourceLocation();
            var error = GuestStack.syntaxError(
                    invocation.script(),
                    String.valueOf(e.getMessage()),
                    location == null ? 0 : location.getStartLine());
            return new GuestOutcome.Threw(error, console.lines(), watched.usage());
        }
        if (e.isGuestException()) {
            return threw(watched, GuestError.Kind.THROWN, "Error", String.valueOf(e.getMessage()), "");
        }
        throw new IllegalStateException("the engine failed in " + invocation, e);
    }

    /** Where in the guest's own file the engine was, or 0. */
    private int line(PolyglotException e) {
        var line = lineInScript(e.getSourceLocation());
        for (var frame : e.getPolyglotStackTrace()) {
            if (line == 0 && frame.isGuestFrame()) {
                line = lineInScript(frame.getSourceLocation());
            }
        }
        return line;
    }

    private int lineInScript(@Nullable SourceSection location) {
        return location != null
                        && location.getSource()
                                .getName()
                                .equals(invocation.script().name())
                ? location.getStartLine()
                : 0;
    }
}
