package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.LimitWatch.End;
import dev.postern.sandbox.LimitWatch.Watched;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One invocation in a context of its own. It runs in stints, each on a thread that the guest has for it: {@link #begin}
 * starts the handler, {@link #goOn} delivers what the host has answered and fires timers, and both go on until the driver
 * in {@code driver.js} has an outcome or nothing but waiting is left. Promise jobs run inside each step. While the guest
 * waits, nothing but its caller does.
 */
final class GuestExecution {

    private static final int ERROR_PARTS = 4;

    /** Longer than any execution may take. */
    private static final double LONGEST_WAIT_MILLIS = 1e9;

    /** What the engine says where the host's stack ends outside of guest code. */
    private static final String STACK_OVERFLOW = "Resource exhausted: Stack overflow";

    private final Supplier<SpareContexts> contexts;
    private final Invocation invocation;
    private final ConsoleCapture console;
    private final Watched watched;
    private final GuestCalls calls;

    private volatile @Nullable GuestContext context;

    /**
     * An execution that begins with {@link #begin}.
     *
     * @param contexts that it takes one of then
     * @param console hears each line the guest writes, at once
     * @param wake is run by any thread when there is something to do, or the execution is over
     */
    GuestExecution(
            Supplier<SpareContexts> contexts,
            LimitWatch watch,
            Invocation invocation,
            HostLink host,
            Consumer<ConsoleLine> console,
            Runnable wake) {
        this.contexts = contexts;
        this.invocation = invocation;
        this.console = new ConsoleCapture(invocation.limits().consoleBytes(), console);
        this.watched = watch.watch(invocation.limits(), wake);
        this.calls = new GuestCalls(invocation, host, contexts.get().platform(), this.console, wake);
    }

    /** How a stint ends. */
    sealed interface Pause {
        record Ends(GuestOutcome outcome) implements Pause {}

        /** Until a timer is due, or the host has answered. */
        record Waits(double millis) implements Pause {
            long nanos() {
                return (long) (Math.min(millis, LONGEST_WAIT_MILLIS) * 1_000_000);
            }
        }
    }

    /** Ends the execution from another thread, also before it has begun. */
    void cancel() {
        watched.cancel();
    }

    /** Whether a limit or a cancel has ended it, be it that the guest still runs. */
    boolean isOver() {
        return watched.end() != null;
    }

    /** Whether there is something to do before the time that {@link Pause.Waits} says. */
    boolean isDue() {
        return isOver() || calls.hasArrivals();
    }

    boolean hasBegun() {
        return context != null;
    }

    Invocation invocation() {
        return invocation;
    }

    /** Makes or takes a context, and runs the guest from the start. */
    Pause begin() {
        watched.start(); // before it has a context, for which it may have to wait
        GuestContext made;
        try {
            made = contexts.get()
                    .take(invocation.bootstrap(), invocation.limits().statements());
            context = made;
            watched.use(made.context());
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
        calls.use(made);
        return stint(() -> begin(made));
    }

    /** Goes on after a wait. */
    Pause goOn() {
        var used = requireNonNull(context);
        return stint(() -> moveOn(used) ? untilItWaits(used) : cancelled());
    }

    /**
     * The outcome for a guest that has gone over a limit and cannot be stopped. Its thread may still be in it: what it
     * asks of the host from now on is refused.
     */
    GuestOutcome giveUp() {
        calls.close();
        var outcome = ((Pause.Ends) cancelled()).outcome();
        watched.forget();
        return outcome;
    }

    /** The outcome where no thread has had time to begin it, or to go on. */
    GuestOutcome withdraw() {
        if (context == null && !isOver()) {
            return new GuestOutcome.Overloaded(Usage.none());
        }
        close();
        return giveUp();
    }

    private Pause stint(Supplier<Pause> part) {
        Pause pause = null;
        watched.enter();
        try {
            pause = part.get();
        } catch (PolyglotException e) {
            pause = ends(failure(e), line(e));
        } finally {
            watched.leave();
            if (!(pause instanceof Pause.Waits)) {
                close();
            }
        }
        return pause;
    }

    private void close() {
        calls.close();
        var wasStopped = !(watched.finish() instanceof End.Finished);
        var used = context;
        try {
            if (used != null) {
                used.close(wasStopped);
            }
        } finally {
            watched.forget();
        }
    }

    /** The outcome, unless the watch has ended the execution before it was reached. */
    private Pause ends(GuestOutcome outcome, int line) {
        var end = watched.finish();
        // Ending a guest interrupts what the host does for it: that is no fault then.
        if (end instanceof End.Finished && calls.fault() != null) {
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

    private Pause begin(GuestContext context) {
        try {
            context.begin(calls::receive, invocation);
        } catch (PolyglotException e) {
            if (isOver()) {
                throw e;
            }
            // Up to here trusted code has run, and no other.
            throw new IllegalStateException("a trusted script failed before " + invocation, e);
        }
        var module = context.evaluate(invocation.script());
        if (!module.canExecute()) {
            return ends(threw(GuestError.Kind.SYNTAX, "SyntaxError", "the code is not the body of one module", ""), 0);
        }
        context.start(module, invocation.handler());
        return untilItWaits(context);
    }

    private Pause untilItWaits(GuestContext context) {
        while (true) {
            var answer = context.poll();
            if (answer.isString()) {
                return ends(returned(answer.asString()), 0);
            }
            if (answer.hasArrayElements()) {
                return ends(threw(answer), 0);
            }
            if (answer.isNull()) {
                var error = threw(
                        GuestError.Kind.NEVER_SETTLED,
                        "Error",
                        "the handler waits for a promise that nothing can settle any more",
                        "");
                return ends(error, 0);
            }
            if (answer.asDouble() > 0 && !calls.hasArrivals()) {
                return new Pause.Waits(answer.asDouble());
            }
            if (!moveOn(context)) {
                return cancelled();
            }
        }
    }

    /** Delivers what has arrived, or runs the timer that is due; nothing where the watch has ended the execution. */
    private boolean moveOn(GuestContext context) {
        if (isOver() || calls.fault() != null) {
            return false;
        }
        if (calls.hasArrivals()) {
            calls.deliver();
        } else {
            context.fire();
        }
        return true;
    }

    private Pause cancelled() {
        return ends(new GuestOutcome.Cancelled(console.lines(), watched.usage()), 0);
    }

    private GuestOutcome returned(String json) {
        return json.length() > invocation.limits().outputChars()
                ? new GuestOutcome.LimitExceeded(Limit.OUTPUT_CHARS, 0, console.lines(), watched.usage())
                : new GuestOutcome.Returned(json, console.lines(), watched.usage());
    }

    private GuestOutcome threw(Value error) {
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
        return threw(kind, parts[1], parts[2], parts[3]);
    }

    private GuestOutcome threw(GuestError.Kind kind, String name, String message, String stack) {
        var error = GuestStack.error(invocation.script(), kind, name, message, stack);
        return new GuestOutcome.Threw(error, console.lines(), watched.usage());
    }

    private GuestOutcome failure(PolyglotException e) {
        if (e.isInternalError()) {
            throw new IllegalStateException("the engine failed in " + invocation, e);
        }
        if (e.isCancelled()) {
            // Nothing but the watch and the engine's own count of statements cancels.
            return isOver()
                    ? new GuestOutcome.Cancelled(console.lines(), watched.usage())
                    : new GuestOutcome.LimitExceeded(Limit.STATEMENTS, line(e), console.lines(), watched.usage());
        }
        if (e.isResourceExhausted()) {
            // The guest's own recursion ends in a RangeError of its own; this one is of code nested too deep to be
            // parsed.
            return STACK_OVERFLOW.equals(e.getMessage())
                    ? threw(GuestError.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", "")
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
            return threw(GuestError.Kind.THROWN, "Error", String.valueOf(e.getMessage()), "");
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
