package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every folder of {@code src/test/cases/<area>}: {@code script.js}, which may require what is in {@code files}, with
 * {@code input.json}, or {@code {}}, ends as
 * {@code expected.json} says. {@code -Dcases=glob} selects by {@code area/name}, {@code -Dcases.update=true} writes what
 * is expected anew, for you to read.
 */
final class CasesTest {

    private static final Path ROOT = Path.of("src/test/cases");
    private static final Set<String> FILES = Set.of("script.js", "input.json", "expected.json", "files");
    private static final boolean UPDATE = Boolean.getBoolean("cases.update") && System.getenv("CI") == null;
    private static final Duration NO_TIMER = Duration.ofSeconds(10);

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> endsAsExpected() throws IOException {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("cases", "**"));
        return cases().stream()
                .filter(folder -> glob.matches(ROOT.relativize(folder)))
                .map(folder -> DynamicTest.dynamicTest(ROOT.relativize(folder).toString(), () -> check(folder)));
    }

    @Test
    void hasNoOtherFiles() throws IOException {
        for (var folder : cases()) {
            try (var files = Files.list(folder)) {
                var names = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
                assertTrue(FILES.containsAll(names), folder + " has " + names);
                assertTrue(names.containsAll(Set.of("script.js", "expected.json")), folder + " has " + names);
            }
        }
    }

    private static void check(Path folder) throws IOException {
        var script = Files.readString(folder.resolve("script.js"));
        var input = folder.resolve("input.json");
        var expected = folder.resolve("expected.json");

        var outcome =
                sandbox.run(Guest.module(script, files(folder), Files.exists(input) ? Files.readString(input) : "{}"));

        var text = OutcomeText.of(outcome);
        if (UPDATE) {
            Files.writeString(expected, text);
        }
        assertEquals(Files.readString(expected), text);
        // Some cases have a timer of an hour that must not be waited for.
        assertTrue(
                outcome.usage().duration().compareTo(NO_TIMER) < 0,
                () -> "took " + outcome.usage().duration());
    }

    private static ModuleFiles files(Path folder) throws IOException {
        var root = folder.resolve("files");
        var texts = new HashMap<String, String>();
        if (Files.exists(root)) {
            try (var found = Files.find(root, 20, (path, attributes) -> attributes.isRegularFile())) {
                for (var file : found.toList()) {
                    texts.put(root.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return ModuleFiles.of(texts);
    }

    private static List<Path> cases() throws IOException {
        try (var folders =
                Files.find(ROOT, 2, (path, attributes) -> ROOT.relativize(path).getNameCount() == 2)) {
            return folders.sorted().toList();
        }
    }
}
