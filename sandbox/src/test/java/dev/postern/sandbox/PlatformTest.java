package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class PlatformTest {

    private static final Platform PLATFORM = Platform.of(
            PlatformTest::file, Map.of("echo", "echo.js"), Map.of("Thing", "globals.js", "other", "globals.js"));
    private static final Sandbox SANDBOX = Guest.sandbox(PLATFORM);

    @AfterEach
    void leavesTheSandboxHealthy() {
        Guest.assertHealthy(SANDBOX);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void readsNoFileByWhatIsNoPathOfPlainNames() {
        var asked = new ArrayList<String>();
        var platform = Platform.of(
                path -> {
                    asked.add(path);
                    return Optional.empty();
                },
                Map.of(),
                Map.of());
        for (var path :
                List.of("/application.properties", "a/../b", "../b", "a//b", "a\\b", "", "a/" + "b".repeat(300))) {
            assertNull(platform.files().text(path));
        }
        assertEquals(List.of(), asked);

        for (var i = 0; i < 2; i++) {
            assertNull(platform.files().text("missing.js"));
        }
        assertEquals(List.of("missing.js", "missing.js"), asked); // nothing is kept of what is not there
    }

    @Test
    void isRequiredByNameWithOrWithoutNode() {
        var outcome = run("""
                const echo = require('echo');
                api.emit([echo === require('node:echo'), echo.doubled(4), echo.id, require.resolve('node:echo')]);
                """);
        assertEquals("[[true,8,\"echo\",\"node:echo\"]]", Guest.returned(outcome));
    }

    @Test
    void isImportedByEcmaScriptModules() {
        var files = ModuleFiles.of(
                Map.of(
                        "node_modules/p/package.json",
                        "{\"type\":\"module\",\"exports\":\"./p.js\"}",
                        "node_modules/p/p.js",
                        "import echo, { doubled } from 'node:echo'; export const all = [echo.doubled === doubled, doubled(1)];"));
        var outcome = SANDBOX.run(with(
                Map.of(),
                Guest.module("exports.onTest = async (event, api) => api.emit(require('p').all);", files, "{}")));
        assertEquals("[[true,2]]", Guest.returned(outcome));
    }

    @Test
    void keepsItsOwnFilesToItself() {
        var outcome = run("""
                for (const name of ['port', './internal/twice.js', 'internal/twice.js', 'echo.js', 'node:port', 'node:']) {
                  try { require(name); api.emit(name); } catch (error) { api.emit(error.code); }
                }
                for (const name of ['/postern-platform/port', '/postern-platform/echo.js', '/internal/twice.js']) {
                  await import(name).then(() => api.emit(name), (error) => api.emit(error instanceof Error));
                }
                """);
        var missing = "\"MODULE_NOT_FOUND\",".repeat(6);
        assertEquals("[" + missing + "true,true,true]", Guest.returned(outcome));
    }

    @Test
    void loadsAGlobalWhenItIsFirstRead() {
        var outcome = run("""
                api.emit([Object.keys(globalThis).includes('Thing'), 'Thing' in globalThis]);
                console.log('before');
                api.emit([new Thing() instanceof globalThis.Thing, typeof other]);
                other = 2;
                globalThis.Thing = 3;
                api.emit([other, Thing]);
                """);
        assertEquals("[[false,true],[true,\"number\"],[2,3]]", Guest.returned(outcome));
        assertEquals(
                List.of("before", "globals.js is loaded"),
                outcome.console().stream().map(ConsoleLine::message).toList());
    }

    @Test
    void mayBeReplacedBeforeItIsLoaded() {
        var outcome = run("""
                Thing = 1;
                const replaced = Thing;
                api.emit([replaced, 'other' in globalThis, delete globalThis.Thing, typeof Thing]);
                """);
        assertEquals("[[1,true,true,\"undefined\"]]", Guest.returned(outcome));
        assertEquals(List.of(), outcome.console());
    }

    @Test
    void givesAndTakesBytesOfAnyLength() {
        HostFunction.Direct function = argument -> {
            var bytes = argument.bytes();
            for (var i = 0; i < bytes.length; i++) {
                bytes[i]++;
            }
            return HostMessage.of(argument.json(), bytes);
        };
        var outcome = run(Map.of("now", function), """
                const { now } = require('echo');
                for (const length of [0, 1, 7, 8, 9, 4097]) {
                  const sent = new Uint8Array(length + 3).fill(255, 0, 2).fill(6, 2).subarray(2, length + 2);
                  const { value, bytes } = now({ length }, sent);
                  api.emit([value.length, bytes === undefined ? 0 : bytes.length, bytes === undefined || bytes.every((b) => b === 7)]);
                }
                api.emit(now([]).bytes === undefined);
                """);
        assertEquals(
                "[[0,0,true],[1,1,true],[7,7,true],[8,8,true],[9,9,true],[4097,4097,true],true]",
                Guest.returned(outcome));
    }

    @Test
    void throwsWhatWasRefusedAsTheErrorItNames() {
        HostFunction.Direct now = argument -> {
            throw new HostFunction.Refused("RangeError", "ERR_OUT_OF_RANGE", "too\nlong");
        };
        HostFunction.Deferred later =
                argument -> CompletableFuture.failedFuture(new HostFunction.Refused("TypeError", "", "not\n\nthis"));
        var outcome = run(Map.of("now", now, "later", later), """
                const seen = (error) => api.emit([error.name, error.code, error.message, error instanceof RangeError]);
                try { require('echo').now(1); } catch (error) { seen(error); }
                await require('echo').later(1).catch(seen);
                """);
        assertEquals(
                "[[\"RangeError\",\"ERR_OUT_OF_RANGE\",\"too\\nlong\",true],[\"TypeError\",null,\"not\\n\\nthis\",false]]",
                Guest.returned(outcome));
    }

    @Test
    void answersLaterInTheOrderOfTheAnswers() {
        var first = new CompletableFuture<HostMessage>();
        HostFunction.Deferred later = argument -> switch (argument.json()) {
            case "1" -> first;
            case "2" -> CompletableFuture.completedFuture(HostMessage.of("\"second\"", new byte[] {1, 2, 3}));
            default -> {
                first.complete(HostMessage.of("\"first\""));
                yield CompletableFuture.completedFuture(HostMessage.of("\"third\""));
            }
        };
        var outcome = run(Map.of("later", later), """
                const { later } = require('echo');
                const show = ({ value, bytes }) => api.emit([value, bytes === undefined ? 0 : bytes.length]);
                const one = later(1).then(show);
                await later(2).then(show);
                await later(3).then(show);
                await one;
                """);
        assertEquals("[[\"second\",3],[\"first\",0],[\"third\",0]]", Guest.returned(outcome));
    }

    @Test
    void cancelsWhatTheGuestGivesUpAndWhatIsLeftAtTheEnd() {
        var calls = new HashMap<String, CompletableFuture<HostMessage>>();
        HostFunction.Deferred later =
                argument -> calls.computeIfAbsent(argument.json(), name -> new CompletableFuture<>());
        var outcome = run(Map.of("later", later), """
                const { started } = require('echo');
                started(2).promise.then(() => api.emit('answered'));
                const one = started(1);
                one.cancel();
                one.cancel();
                """);
        assertEquals("[]", Guest.returned(outcome));
        assertEquals(2, calls.size());
        assertTrue(calls.values().stream().allMatch(CompletableFuture::isCancelled));
    }

    @Test
    void doesNotWaitForACallThatWasGivenUp() {
        HostFunction.Deferred later = argument -> new CompletableFuture<>();
        var outcome = run(Map.of("later", later), """
                const one = require('echo').started(1);
                one.cancel();
                await one.promise;
                """);
        assertEquals(GuestError.Kind.NEVER_SETTLED, Guest.threw(outcome).kind());
    }

    @Test
    void endsAtTheDeadlineWhileTheHostHasNotAnswered() {
        HostFunction.Deferred later = argument -> new CompletableFuture<>();
        var limits = Guest.LIMITS.withWallClock(Duration.ofMillis(300));
        var outcome =
                SANDBOX.run(with(Map.of("later", later), Guest.handler("await require('echo').later(1);", limits)));
        Guest.exceeded(Limit.WALL_CLOCK, outcome);
    }

    @Test
    void failsTheRunWhereAnAnswerIsAFaultOfTheHost() {
        HostFunction.Deferred later = argument -> CompletableFuture.failedFuture(new NullPointerException("secret"));
        var invocation = with(Map.of("later", later), Guest.handler("await require('echo').later(1).catch(() => 0);"));
        assertThrows(IllegalStateException.class, () -> SANDBOX.run(invocation));
    }

    @Test
    void refusesToStartMoreCallsThanTheHostWillKeep() {
        HostFunction.Deferred later = argument -> new CompletableFuture<>();
        var outcome = run(Map.of("later", later), """
                const { started } = require('echo');
                for (let i = 0; i < 256; i++) started(i);
                try { started(256); } catch (error) { api.emit(error.message); }
                """);
        assertEquals("[\"more than 256 calls wait for their answer\"]", Guest.returned(outcome));
    }

    /**
     * The callers are virtual threads; a guest that waits in this process holds neither a thread of the sandbox nor one of
     * theirs. A worker runs one at a time.
     */
    @Test
    void holdsNoThreadWhileItWaits() throws Exception {
        var executions = 1000;
        var waiting = new CountDownLatch(executions);
        var answers = new CompletableFuture<HostMessage>();
        HostFunction.Deferred later = argument -> {
            waiting.countDown();
            return answers.copy();
        };
        var invocation = with(Map.of("later", later), Guest.handler("""
                await new Promise((resolve) => setTimeout(resolve, 1));
                api.emit((await require('echo').later(event)).value);
                """));
        var threads = ManagementFactory.getThreadMXBean();
        var good = new AtomicInteger();
        try (var sandbox = Sandbox.inProcess(PLATFORM);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Guest.assertHealthy(sandbox);
            var before = threads.getThreadCount();
            for (var i = 0; i < executions; i++) {
                callers.execute(() -> {
                    if (Guest.returned(sandbox.run(invocation)).equals("[\"at once\"]")) {
                        good.incrementAndGet();
                    }
                });
            }
            assertTrue(waiting.await(50, TimeUnit.SECONDS), "all wait at once");
            var more = threads.getThreadCount() - before;
            assertTrue(more <= 2 * Math.max(2, Runtime.getRuntime().availableProcessors()) + 4, more + " threads more");
            answers.complete(HostMessage.of("\"at once\""));
        }
        assertEquals(executions, good.get());
    }

    private static GuestOutcome run(String body) {
        return run(Map.of(), body);
    }

    private static GuestOutcome run(Map<String, ? extends HostFunction> functions, String body) {
        return SANDBOX.run(with(functions, Guest.handler(body)));
    }

    private static Invocation with(Map<String, ? extends HostFunction> functions, Invocation invocation) {
        return new Invocation(
                "owner",
                invocation.bootstrap(),
                invocation.script(),
                invocation.handler(),
                invocation.input(),
                functions.isEmpty() ? invocation.hostFunctions() : Guest.functions(functions),
                invocation.limits(),
                invocation.fixedTime());
    }

    private static Optional<String> file(String path) {
        try (var in = PlatformTest.class.getResourceAsStream("/platform/" + path)) {
            return in == null || path.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
