package dev.postern.sandbox;

import dev.postern.sandbox.LimitWatch.End;
import dev.postern.sandbox.LimitWatch.Watched;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.ResourceLimits;
import org.graalvm.polyglot.SandboxPolicy;
import org.graalvm.polyglot.SourceSection;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;
import org.jspecify.annotations.Nullable;

/**
 * One invocation in a context of its own, stepped by the host: it starts the handler, and fires timers until the
 * driver in {@code sandbox.js} has an outcome. Promise jobs run inside each step.
 */
final class GuestExecution {

    private static final int ERROR_PARTS = 4;

    private final Engine engine;
    private final Script prelude;
    private final LimitWatch watch;
    private final Invocation invocation;
    private final ConsoleCapture console;
    private @Nullable RuntimeException hostFault;

    GuestExecution(Engine engine, Script prelude, LimitWatch watch, Invocation invocation) {
        this.engine = engine;
        this.prelude = prelude;
        this.watch = watch;
        this.invocation = invocation;
        this.console = new ConsoleCapture(invocation.limits().consoleBytes());
    }

    GuestOutcome run() {
        var context = newContext();
        var watched = watch.start(context, invocation.limits());
        try {
            var outcome = steps(context, watched);
            return settle(watched, outcome, 0);
        } catch (PolyglotException e) {
            return settle(watched, failure(e, watched), line(e));
        } finally {
            watched.finish();
            close(context);
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

    private Context newContext() {
        var builder = Context.newBuilder("js")
                .engine(engine)
                .sandbox(SandboxPolicy.CONSTRAINED)
                .option("js.load", "false")
                .option("js.print", "false")
                .option("js.console", "false")
                .option("js.locale", "en-US")
                .option("js.unhandled-rejections", "handler")
                .timeZone(ZoneOffset.UTC);
        if (invocation.limits().statements() > 0) {
            builder.resourceLimits(ResourceLimits.newBuilder()
                    .statementLimit(invocation.limits().statements(), source -> !source.isInternal())
                    .build());
        }
        return builder.build();
    }

    private GuestOutcome steps(Context context, Watched watched) {
        var driver = boot(context, watched);
        var module = context.eval(invocation.script().moduleSource());
        if (!module.canExecute()) {
            return threw(watched, GuestError.Kind.SYNTAX, "SyntaxError", "the code is not the body of one module", "");
        }
        driver.invokeMember("start", invocation.input(), module, invocation.handler());
        while (true) {
            var answer = driver.invokeMember("poll");
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
            if (!waitFor(answer.asDouble(), watched)) {
                Thread.currentThread().interrupt();
                return new GuestOutcome.Cancelled(console.lines(), elapsed(watched));
            }
            if (watched.end() != null) {
                return new GuestOutcome.Cancelled(console.lines(), elapsed(watched));
            }
            driver.invokeMember("fire");
        }
    }

    /** Runs the trusted scripts; what fails here is a fault of theirs, unless the watch has stopped it. */
    private Value boot(Context context, Watched watched) {
        var fixedTime = invocation.fixedTime();
        ProxyExecutable host = this::callHost;
        try {
            var boot = context.eval(prelude.trustedSource());
            var driver = fixedTime == null ? boot.execute(host) : boot.execute(host, (double) fixedTime.toEpochMilli());
            driver.invokeMember("prepare", context.eval(invocation.bootstrap().trustedSource()));
            return driver;
        } catch (PolyglotException e) {
            if (watched.end() != null) {
                throw e;
            }
            throw new IllegalStateException("a trusted script failed before " + invocation, e);
        }
    }

    /** The one way from the guest to the host: three strings in, a string out, and no exception. */
    private String callHost(Value... arguments) {
        try {
            if (arguments[0].asString().equals("console")) {
                console.add(arguments[1].asString(), arguments[2].asString());
                return "";
            }
            var function = invocation.hostFunctions().get(arguments[1].asString());
            if (function == null) {
                throw new IllegalStateException("no host function is named " + arguments[1].asString());
            }
            return function.call(arguments[2].asString());
        } catch (HostFunction.Refused e) {
            return "!" + e.getMessage();
        } catch (RuntimeException e) {
            hostFault = e;
            return "!the host failed";
        }
    }

    /** Waits for the timer, at most to the deadline. False if the thread was interrupted. */
    private static boolean waitFor(double millis, Watched watched) {
        var due = System.nanoTime() + (long) (millis * 1_000_000);
        while (watched.end() == null) {
            var left = due - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(left);
            if (Thread.interrupted()) {
                return false;
            }
        }
        return true;
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
        if (e.isCancelled() && watched.end() != null) {
            return new GuestOutcome.Cancelled(console.lines(), elapsed(watched));
        }
        if (e.isResourceExhausted() || e.isCancelled()) {
            var limit =
                    invocation.limits().statements() > 0 && e.isCancelled() ? Limit.STATEMENTS : Limit.ALLOCATED_BYTES;
            return new GuestOutcome.LimitExceeded(limit, line(e), console.lines(), elapsed(watched));
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

    private static void close(Context context) {
        try {
            context.close(true);
        } catch (PolyglotException e) {
            if (!e.isCancelled()) {
                throw e;
            }
        }
    }
}
