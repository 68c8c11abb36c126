package dev.postern.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each script of {@code cases} works with a real package, and does the same in Postern as in Node 20. {@code
 * expected.tsv} says which of them do, so that a change of it, for the worse or the better, is recorded there. {@code
 * -Dcases=glob} selects; {@code target/compat.txt} has the table. Without Node 20, npm and a registry all is skipped.
 */
final class CompatTest {

    private static final Path CASES = Path.of("cases");
    private static final String SELECTED = System.getProperty("cases", "**");
    private static final int WARM_RUNS = 5;
    private static final int MUST_PASS = 27;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Row> ROWS = new ArrayList<>();

    private record Row(String name, String version, Result node, Result postern, Timing timing) {
        boolean isSame() {
            return node instanceof Result.Json expected
                    && postern instanceof Result.Json given
                    && pretty(expected).equals(pretty(given));
        }

        String verdict() {
            if (isSame()) return "same";
            return postern instanceof Result.Thrown thrown ? thrown.firstLine() : "another result";
        }
    }

    /** Milliseconds. */
    private record Timing(long first, long warm, long warmLoad) {}

    @BeforeAll
    static void runAll() throws Exception {
        assumeTrue(InNode.version().startsWith("v20."), "Node 20 is on the path");
        var packages = Packages.install();
        var keys = TestKeys.make(Path.of("target").toAbsolutePath());
        keys.trust();
        try (var apis = new LocalApis(keys)) {
            var input = JSON.createObjectNode().put("base", apis.base());
            input.set("material", keys.material().put("domain", apis.domain()));
            var inputFile = Path.of("target", "input.json").toAbsolutePath();
            Files.writeString(inputFile, input.toString());
            var node = new InNode(packages.folder(), inputFile, keys.certificateFile());
            try (var postern = new InPostern(input.toString())) {
                for (var work : works()) {
                    ROWS.add(row(work, packages, node, postern));
                }
            }
        }
        var table = table();
        Files.writeString(Path.of("target", "compat.txt"), table);
        System.out.println(table);
    }

    private static List<Work> works() throws IOException {
        var selected = FileSystems.getDefault().getPathMatcher("glob:" + SELECTED);
        var works = new ArrayList<Work>();
        try (var files = Files.walk(CASES)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var work = Work.read(CASES, file);
                if (selected.matches(Path.of(work.name()))) works.add(work);
            }
        }
        return works;
    }

    private static Row row(Work work, Packages packages, InNode node, InPostern postern)
            throws IOException, InterruptedException {
        var sources = packages.sources(work.packages());
        var script = InPostern.script(work.script(), sources);
        var loading = InPostern.script(work.loading(), sources);
        var began = System.nanoTime();
        var result = postern.run(script);
        var first = millisSince(began);
        var timing = result instanceof Result.Json
                ? new Timing(first, median(postern, script), median(postern, loading))
                : new Timing(first, 0, 0);
        return new Row(work.name(), packages.nameAndVersion(work.name()), node.run(work), result, timing);
    }

    private static long median(InPostern postern, dev.postern.sandbox.Script script) {
        return IntStream.range(0, WARM_RUNS)
                .mapToLong(run -> {
                    var began = System.nanoTime();
                    postern.run(script);
                    return millisSince(began);
                })
                .sorted()
                .skip(WARM_RUNS / 2)
                .findFirst()
                .orElseThrow();
    }

    private static long millisSince(long began) {
        return Math.round((System.nanoTime() - began) / 1e6);
    }

    private static String table() {
        var format = "%-28s %-8s %8s %8s %8s  %s%n";
        var lines = ROWS.stream()
                .map(row -> format.formatted(
                        row.version(),
                        row.node() instanceof Result.Json ? "works" : "fails",
                        row.timing().first(),
                        row.timing().warm(),
                        row.timing().warmLoad(),
                        row.verdict()))
                .collect(Collectors.joining());
        return format.formatted("Package", "Node 20", "first ms", "warm ms", "load ms", "Postern") + lines;
    }

    private static String pretty(Result.Json json) {
        try {
            return JSON.readTree(json.text()).toPrettyString();
        } catch (JsonProcessingException e) {
            return "not JSON: " + json.text();
        }
    }

    @TestFactory
    Stream<DynamicTest> doesAsIsExpected() throws IOException {
        var expected = Expected.read();
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> {
                    if (row.node() instanceof Result.Thrown thrown) fail("in Node: " + thrown.text());
                    if (expected.passes(row.name())) {
                        assertWorks(row);
                    } else {
                        assertTrue(!row.isSame(), row.name() + " works: have expected.tsv say so");
                    }
                }));
    }

    private static void assertWorks(Row row) {
        switch (row.postern()) {
            case Result.Thrown thrown -> fail(thrown.text());
            case Result.Json given -> {
                if (row.node() instanceof Result.Json wanted) assertEquals(pretty(wanted), pretty(given));
            }
        }
    }

    @Test
    void runsEveryPackageOfTheList() throws IOException {
        assumeTrue(SELECTED.equals("**"), "all are selected");
        var names = ROWS.stream().map(Row::name).collect(Collectors.toSet());
        assertEquals(Expected.read().verdicts().keySet(), names);
        var passing = ROWS.stream().filter(Row::isSame).count();
        assertTrue(passing >= MUST_PASS, passing + " packages work");
    }
}
