package dev.postern.sandbox;

import dev.postern.sandbox.LimitWatch.End;
import dev.postern.sandbox.LimitWatch.Watched;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.jspecify.annotations.Nullable;

/**
 * One invocation in a context of its own, stepped by the host: it starts the handler, and fires timers until the
 * driver in {@code sandbox.js} has an outcome. Promise jobs run inside each step.
 */
final class GuestExecution {

    private static final int ERROR_PARTS = 4;

    /** The answer where the guest's own recursion has left the host no room. */
    private static final String NO_STACK = "!Maximum call stack size exceeded";

    /** What the engine says where the host's stack ends outside of guest code. */
    private static final String STACK_OVERFLOW = "Resource exhausted: Stack overflow";

    private final SpareContexts contexts;
    private final LimitWatch watch;
    private final Invocation invocation;
    private final ConsoleCapture console;
    private @Nullable Throwable hostFault;
    private volatile @Nullable Watched running;
    private volatile boolean cancelled;

    GuestExecution(SpareContexts contexts, LimitWatch watch, Invocation invocation) {
        this.contexts = contexts;
        this.watch = watch;
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

    GuestOutcome run() {
        var context = contexts.take(invocation.bootstrap(), invocation.limits().statements());
        var watched = watch.start(context.context(), invocation.limits());
        running = watched;
        if (cancelled) {
            watched.cancel();
        }
        try {
            var outcome = steps(context, watched);
            return settle(watched, outcome, 0);
        } catch (PolyglotException e) {
            return settle(watched, failure(e, watched), line(e));
        } finally {
            context.close(!(watched.finish() instanceof End.Finished));
        }
    }

    /** The outcome, unless the watch has ended the execution before it was reached. */
    private GuestOutcome settle(Watched watched, GuestOutcome outcome, int line) {
        var end = watched.finish();
        if (hostFault != null) {
            throw new IllegalStateException("a host function failed in " + invocation, hostFault);
        }
        return switch (end) {
            case End.Finished finished -> outcome;
            case End.Cancelled cancelled -> new GuestOutcome.Cancelled(console.lines(), elapsed(watched));
            case End.Exceeded exceeded ->
                new GuestOutcome.LimitExceeded(exceeded.limit(), line, console.lines(), elapsed(watched));
        };
    }

    private GuestOutcome steps(GuestContext context, Watched watched) {
        begin(context, watched);
        var module = context.evaluate(invocation.script());
        if (!module.canExecute()) {
            return threw(watched, GuestError.Kind.SYNTAX, "SyntaxError", "the code is not the body of one module", "");
        }
        context.start(module, invocation.handler());
        while (true) {
            var answer = context.poll();
            if (answer.isString()) {
                return returned(watched, answer.asString());
            }
            if (answer.hasArrayElements()) {
                return threw(watched, answer);
            }
            if (answer.isNull()) {
                return threw(
                        watched,
                        GuestError.Kind.NEVER_SETTLED,
                        "Error",
                        "the handler waits for a promise that nothing can settle any more",
                        "");
            }
            waitFor(answer.asDouble(), watched);
            if (watched.end() != null) {
                return new GuestOutcome.Cancelled(console.lines(), elapsed(watched));
            }
            context.fire();
        }
    }

    /** Runs trusted code only: what fails here is a fault of it, unless the watch has stopped it. */
    private void begin(GuestContext context, Watched watched) {
        try {
            context.begin(arguments -> callHost(context, arguments), invocation);
        } catch (PolyglotException e) {
            if (watched.end() != null) {
                throw e;
            }
            throw new IllegalStateException("a trusted script failed before " + invocation, e);
        }
    }

    /** The one way from the guest to the host: three strings in; a string out, or a module that was loaded. */
    private Object callHost(GuestContext context, Value... arguments) {
        var kind = arguments[0].asString();
        var name = arguments[1].asString();
        return switch (kind) {
            case "module" ->
                loaded(
                        context,
                        () -> context.evaluate(invocation.script().modules().script(name)));
            case "import" -> loaded(context, () -> context.importModule(name));
            default -> answer(kind, name, arguments[2].asString());
        };
    }

    /** A module; or why there is none. What the guest's own code throws in loading it is the guest's to catch. */
    private static Object loaded(GuestContext context, Supplier<Value> module) {
        try {
            return module.get();
        } catch (StackOverflowError e) {
            return NO_STACK;
        } catch (PolyglotException e) {
            var thrown = e.getGuestObject();
            if (e.isCancelled()) {
                throw e;
            }
            if (thrown != null && !e.isHostException() && !e.isResourceExhausted()) {
                context.keepThrown(thrown);
                return "";
            }
            return e.isResourceExhausted() ? NO_STACK : "!the module cannot be loaded";
        }
    }

    private String answer(String kind, String name, String argument) {
        try {
            return switch (kind) {
                case "console" -> {
                    console.add(name, argument);
                    yield "";
                }
                case "find" -> found(name, argument);
                case "text" -> String.valueOf(invocation.script().modules().text(name));
                default -> called(name, argument);
            };
        } catch (HostFunction.Refused e) {
            return "!" + e.getMessage();
        } catch (StackOverflowError e) {
            return NO_STACK;
        } catch (RuntimeException | Error e) {
            hostFault = e;
            return "!the host failed";
        }
    }

    private String called(String name, String argument) throws HostFunction.Refused {
        var function = invocation.hostFunctions().get(name);
        if (function == null) {
            throw new IllegalStateException("no host function is named " + name);
        }
        return function.call(argument);
    }

    /** How the module is loaded, and its path; or an empty text. */
    private String found(String folder, String name) {
        var resolver = invocation.script().modules().resolver();
        return resolver.find(folder, name, false)
                .map(path -> resolver.kind(path) + ":" + path)
                .orElse("");
    }

    /** Waits for the timer, or until the watch has ended the execution. */
    private static void waitFor(double millis, Watched watched) {
        var due = System.nanoTime() + (long) (millis * 1_000_000);
        for (var left = 1L; left > 0 && watched.end() == null; ) {
            left = due - System.nanoTime();
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                watched.cancel();
            }
        }
    }

    private GuestOutcome returned(Watched watched, String json) {
        return json.length() > invocation.limits().outputChars()
                ? new GuestOutcome.LimitExceeded(Limit.OUTPUT_CHARS, 0, console.lines(), elapsed(watched))
                : new GuestOutcome.Returned(json, console.lines(), elapsed(watched));
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
        return new GuestOutcome.Threw(error, console.lines(), elapsed(watched));
    }

    private GuestOutcome failure(PolyglotException e, Watched watched) {
        if (e.isInternalError()) {
            throw new IllegalStateException("the engine failed in " + invocation, e);
        }
        if (e.isCancelled()) {
            // Nothing but the watch and the engine's own count of statements cancels.
            return watched.end() != null
                    ? new GuestOutcome.Cancelled(console.lines(), elapsed(watched))
                    : new GuestOutcome.LimitExceeded(Limit.STATEMENTS, line(e), console.lines(), elapsed(watched));
        }
        if (e.isResourceExhausted()) {
            // The guest's own recursion ends in a RangeError of its own; this one is of code nested too deep to be
            // parsed.
            return STACK_OVERFLOW.equals(e.getMessage())
                    ? threw(watched, GuestError.Kind.THROWN, "RangeError", "Maximum call stack size exceeded", "")
                    : new GuestOutcome.LimitExceeded(Limit.ALLOCATED_BYTES, line(e), console.lines(), elapsed(watched));
        }
        if (e.isSyntaxError()) {
            var location = e.getSourceLocation();
            var error = GuestStack.syntaxError(
                    invocation.script(),
                    String.valueOf(e.getMessage()),
                    location == null ? 0 : location.getStartLine());
            return new GuestOutcome.Threw(error, console.lines(), elapsed(watched));
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

    private static Duration elapsed(Watched watched) {
        return Duration.ofNanos(watched.elapsedNanos());
    }
}
