package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Invocations of the test's own bootstrap, and what a test wants to know of an outcome. */
final class Guest {

    /** The name of every script. */
    static final String FILE = "script.js";

    /** Generous: a test that is not about limits must not meet one on a busy machine. */
    static final Limits LIMITS = Limits.defaults();

    private static final Script BOOTSTRAP = Script.of("postern:bootstrap", resource("bootstrap.js"));

    private static final HostFunctions HOST =
            functions(Map.<String, HostFunction.Direct>of("echo", argument -> argument, "refuse", argument -> {
                throw new HostFunction.Refused(
                        argument.json().substring(1, argument.json().length() - 1));
            }));

    /** The level that this run of the tests is about. */
    private static final Isolation ISOLATION = Isolation.valueOf(System.getProperty("postern.isolation", "IN_PROCESS"));

    private Guest() {}

    static Sandbox sandbox() {
        return sandbox(Platform.none());
    }

    static Sandbox sandbox(Platform platform) {
        return Sandbox.of(ISOLATION, platform, WorkerSettings.defaults());
    }

    static Invocation module(String code) {
        return module(code, "{}", LIMITS);
    }

    static Invocation module(String code, ModuleFiles files, String input) {
        var script = Script.of(FILE, code).withModules(files);
        return new Invocation("owner", BOOTSTRAP, script, "onTest", input, HOST, LIMITS, null);
    }

    static Invocation module(String code, String input, Limits limits) {
        return new Invocation("owner", BOOTSTRAP, Script.of(FILE, code), "onTest", input, HOST, limits, null);
    }

    /** A module whose handler has this body, from line 2 on. */
    static Invocation handler(String body) {
        return handler(body, LIMITS);
    }

    static Invocation handler(String body, Limits limits) {
        return module("exports.onTest = async (event, api) => {\n" + body + "\n};\n", "{}", limits);
    }

    /** The same of another owner. */
    static Invocation of(String owner, Invocation invocation) {
        return new Invocation(
                owner,
                invocation.bootstrap(),
                invocation.script(),
                invocation.handler(),
                invocation.input(),
                invocation.hostFunctions(),
                invocation.limits(),
                invocation.fixedTime());
    }

    static Invocation with(Invocation invocation, String name, HostFunction.Direct function) {
        return new Invocation(
                invocation.owner(),
                invocation.bootstrap(),
                invocation.script(),
                invocation.handler(),
                invocation.input(),
                functions(Map.of(name, function)),
                invocation.limits(),
                invocation.fixedTime());
    }

    /** One that says when it has started, and runs until it is let go. */
    static Invocation held(Semaphore started, CountDownLatch letGo) {
        return with(handler("api.call('started', 0);"), "started", argument -> {
            started.release();
            try {
                assertTrue(letGo.await(60, TimeUnit.SECONDS));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return argument;
        });
    }

    static HostFunctions functions(Map<String, ? extends HostFunction> functions) {
        return name -> Optional.ofNullable(functions.get(name));
    }

    static Invocation at(Invocation invocation, @Nullable Instant fixedTime) {
        return new Invocation(
                invocation.owner(),
                invocation.bootstrap(),
                invocation.script(),
                invocation.handler(),
                invocation.input(),
                invocation.hostFunctions(),
                invocation.limits(),
                fixedTime);
    }

    /** The JSON of what was emitted. */
    static String returned(GuestOutcome outcome) {
        return outcome instanceof GuestOutcome.Returned returned ? returned.json() : fail("is " + outcome);
    }

    static GuestError threw(GuestOutcome outcome) {
        return outcome instanceof GuestOutcome.Threw threw ? threw.error() : fail("is " + outcome);
    }

    static GuestOutcome.LimitExceeded exceeded(Limit limit, GuestOutcome outcome) {
        if (outcome instanceof GuestOutcome.LimitExceeded exceeded) {
            assertEquals(limit, exceeded.limit());
            return exceeded;
        }
        return fail("is " + outcome);
    }

    /** That an ordinary guest still runs, with all of it: promises, timers, console, errors, host. */
    static void assertHealthy(Sandbox sandbox) {
        var outcome = sandbox.run(handler("""
                console.log('%s', [1, { a: new Map([[1, 2]]) }]);
                await new Promise((resolve) => setTimeout(resolve, 1));
                try {
                  null.x;
                } catch (error) {
                  api.emit(error.name);
                }
                api.emit([3, 1, 2].sort().map((n) => `${n}` + api.call('echo', n)));
                """));
        assertEquals("[\"TypeError\",[\"11\",\"22\",\"33\"]]", returned(outcome));
        assertEquals(
                "[ 1, { a: Map { 1 => 2 } } ]", outcome.console().getFirst().message());
    }

    static String resource(String name) {
        try (InputStream in = Guest.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
