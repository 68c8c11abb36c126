package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class IsolationTest {

    private static final int THREADS = 4;
    private static final int RUNS = 200;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void forgetsWhatARunDidToTheLanguage() {
        // Given
        var invocation = Guest.handler("""
                const left = [];
                if (({}).isAdmin || [].isAdmin || 'x'.isAdmin || Promise.prototype.isAdmin) left.push('prototype');
                if (globalThis.kept || typeof implicit !== 'undefined') left.push('global');
                if (RegExp.$1) left.push('RegExp.$1 ' + RegExp.$1);
                if (JSON.stringify({}) !== '{}' || Math.max(1, 2) !== 2) left.push('built-in');
                if (console.kept || api.kept || event.kept || require.kept || exports.kept) left.push('argument');
                if (Symbol.keyFor(Symbol.for('kept')) !== 'kept') left.push('symbol');
                if (console.log.kept || setTimeout.kept) left.push('function');
                api.emit(left);
                Object.prototype.isAdmin = Array.prototype.isAdmin = String.prototype.isAdmin = true;
                Promise.prototype.isAdmin = globalThis.kept = true;
                implicit = 1;
                /(kept)/.exec('kept');
                JSON.stringify = Math.max = () => 'kept';
                console.kept = api.kept = event.kept = require.kept = exports.kept = true;
                console.log.kept = setTimeout.kept = true;
                delete globalThis.Array;
                """);
        assertEquals("[[]]", Guest.returned(sandbox.run(invocation)));

        // When
        var second = sandbox.run(invocation);

        // Then
        assertEquals("[[]]", Guest.returned(second));
        Guest.assertHealthy(sandbox);
    }

    @Test
    void runsTheModuleAnewEachTime() {
        var invocation = Guest.module(
                "let count = 0;\nexports.onTest = async (event, api) => api.emit(++count);", "{}", Guest.LIMITS);
        for (var i = 0; i < 3; i++) {
            assertEquals("[1]", Guest.returned(sandbox.run(invocation)));
        }
    }

    @Test
    void neverMixesRunsOfManyThreads() throws InterruptedException, ExecutionException {
        var template = Guest.module("""
                let seen;
                exports.onTest = async (event, api) => {
                  seen = event.id;
                  globalThis.id = event.id;
                  console.log(event.id);
                  await null;
                  if (event.id.endsWith('7')) await new Promise((resolve) => setTimeout(resolve, 1));
                  api.emit([seen, globalThis.id, event.id, api.call('echo', event.id)].join());
                };
                """, "{}", Guest.LIMITS);
        var results = new ArrayList<Future<Integer>>();
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            for (var thread = 0; thread < THREADS; thread++) {
                var name = "thread" + thread + "-";
                results.add(threads.submit(() -> {
                    for (var run = 0; run < RUNS; run++) {
                        var id = name + run;
                        var outcome = sandbox.run(withInput(template, "{\"id\":\"" + id + "\"}"));
                        assertEquals("[\"" + id + "," + id + "," + id + "," + id + "\"]", Guest.returned(outcome));
                        assertEquals(List.of(new ConsoleLine("info", id)), outcome.console());
                    }
                    return RUNS;
                }));
            }
            for (var result : results) {
                assertEquals(RUNS, result.get());
            }
        }
    }

    @Test
    void showsOnlyTheGlobalsOfTheList() throws IOException {
        var outcome =
                sandbox.run(Guest.handler("api.emit(Object.getOwnPropertyNames(globalThis).sort().join('\\n'));"));
        var names = Guest.returned(outcome).replaceAll("[\\[\\]\"]", "").replace("\\n", "\n");
        try (InputStream in = IsolationTest.class.getResourceAsStream("/globals.txt")) {
            assertEquals(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8), names + "\n");
        }
    }

    private static Invocation withInput(Invocation template, String input) {
        return new Invocation(
                "owner",
                template.bootstrap(),
                template.script(),
                template.handler(),
                input,
                template.hostFunctions(),
                template.limits(),
                template.fixedTime());
    }
}
