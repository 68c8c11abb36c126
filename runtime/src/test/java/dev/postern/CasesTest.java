package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.ActionVersion;
import dev.postern.action.ActionVersions;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotStore;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every case twice: in one runtime, and with each step in a runtime of its own that knows the flow from its
 * snapshot alone. {@code -Dcases=glob} selects by {@code trigger/name}, {@code -Dcases.update=true} writes what is
 * expected anew, for you to read.
 */
final class CasesTest {

    private static final @Nullable SharedWorkers WORKERS = SharedWorkers.ofThisRun();
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final boolean UPDATE = Boolean.getBoolean("cases.update") && System.getenv("CI") == null;

    @TestFactory
    Stream<DynamicTest> runsInOneRuntime() {
        return selected()
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    try (var runtime =
                            runtime(test, SnapshotStore.inMemory(), SnapshotKeys.random(), ActionVersions.inMemory())) {
                        run(test, () -> runtime);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> runsWithEachStepInARuntimeOfItsOwn() {
        return selected()
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    var store = SnapshotStore.inMemory();
                    var keys = SnapshotKeys.of("test", new byte[32]);
                    run(test, () -> {
                        var versions = ActionVersions.inMemory();
                        for (var action : test.flow().actions()) {
                            versions.keep(test.flow().tenant().id(), ActionVersion.of(action.name(), action.code()));
                        }
                        return runtime(test, store, keys, versions);
                    });
                }));
    }

    private static Stream<Case> selected() {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("cases", "**"));
        return Case.all().filter(test -> glob.matches(Path.of(test.name())));
    }

    private static ActionsRuntime runtime(Case test, SnapshotStore store, SnapshotKeys keys, ActionVersions versions) {
        var builder = ActionsRuntime.builder()
                .withSnapshots(store, keys)
                .withActionVersions(versions)
                .withSecrets(test.secrets())
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withFixedTime(NOW)
                .withCommandLines();
        return WORKERS == null ? builder.build() : new ActionsRuntime(builder, WORKERS);
    }

    private static void run(Case test, Supplier<ActionsRuntime> runtimes) {
        var result = runtimes.get().start(test.flow(), test.event());
        check(test, 1, result);
        for (var step = 2; step <= test.steps(); step++) {
            var paused = assertInstanceOf(FlowResult.Paused.class, result, "step " + (step - 1) + " does not pause");
            var token = ResumeToken.of(
                    test.flow().tenant().id(), paused.resumeToken().value());
            result = runtimes.get().resume(token, test.resumption(step, token.value()));
            check(test, step, result);
        }
    }

    private static void check(Case test, int step, FlowResult result) {
        var document = Case.pretty(stable(FlowDocument.of(test.trigger(), result)))
                .replaceAll("pr_[A-Za-z0-9_-]{20,}", "RESUME_TOKEN")
                .replaceAll("txn_[0-9a-f-]{36}", "TRANSACTION_ID");
        if (UPDATE) {
            test.update(step, document);
        }
        assertEquals(test.expected(step), document, "step " + step);
    }

    /** The document without what differs from run to run. */
    private static ObjectNode stable(ObjectNode document) {
        document.remove("resume_token");
        document.path("executions").forEach(execution -> ((ObjectNode) execution).remove("duration_ms"));
        return document;
    }
}
