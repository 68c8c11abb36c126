package dev.postern.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code script.js} of every folder of {@code src/test/cases/core}, {@code crypto}, {@code web} and {@code zlib},
 * which exports an async function {@code run} and is told where a {@link CaseServer} is. What it gives is in {@code expected.json}, as Node 20 has written it: where that is on
 * the path, it is asked again. {@code -Dcases=glob} selects, {@code -Dcases.update=true} has Node write anew.
 */
final class NodeCasesTest extends NodeTest {

    private static final Path ROOT = Path.of("src/test/cases");
    private static final boolean UPDATE = Boolean.getBoolean("cases.update") && System.getenv("CI") == null;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IN_NODE =
            "require(process.argv[1]).run(process.argv[2]).then((value) => console.log(JSON.stringify(value, null, 1)))";

    private static CaseServer server;

    @BeforeAll
    static void startServer() throws IOException {
        server = CaseServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @TestFactory
    Stream<DynamicTest> givesWhatNodeGives() throws IOException {
        return cases().map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> {
            var outcome = NodeScript.run(
                    sandbox,
                    Files.readString(folder.resolve("script.js")),
                    others(folder),
                    server.base(),
                    NodeScript.LIMITS);
            assertSame(expected(folder), JSON.readTree(NodeScript.json(outcome)), folder);
        }));
    }

    @TestFactory
    Stream<DynamicTest> isWhatNodeGives() throws IOException {
        return cases().map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> {
            assumeTrue(inNode(List.of("node", "--version")).startsWith("v20."), "Node 20 is on the path");
            var script = folder.resolve("script.js").toAbsolutePath().toString();
            var given = inNode(List.of("node", "-e", IN_NODE, script, server.base()));
            if (UPDATE) Files.writeString(folder.resolve("expected.json"), given);
            assertSame(expected(folder), JSON.readTree(given), folder);
        }));
    }

    private static void assertSame(JsonNode expected, JsonNode given, Path folder) {
        assertTrue(expected.isObject() && !expected.isEmpty(), folder + " expects nothing");
        assertEquals(expected.toPrettyString(), given.toPrettyString(), folder.toString());
    }

    private static JsonNode expected(Path folder) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve("expected.json")));
    }

    private static Map<String, String> others(Path folder) throws IOException {
        var keys = folder.resolve("keys.json");
        return Files.exists(keys) ? Map.of("keys.json", Files.readString(keys)) : Map.of();
    }

    private static Stream<Path> cases() throws IOException {
        var glob = FileSystems.getDefault().getPathMatcher("glob:" + System.getProperty("cases", "**"));
        var found = Stream.of("core", "crypto", "web", "zlib")
                .map(ROOT::resolve)
                .flatMap(NodeCasesTest::folders)
                .filter(folder -> glob.matches(ROOT.relativize(folder)))
                .sorted()
                .toList();
        assertTrue(!found.isEmpty(), "no case is selected");
        return found.stream();
    }

    private static Stream<Path> folders(Path area) {
        try (var folders = Files.list(area)) {
            return folders.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String inNode(List<String> command) throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? output : "";
        } catch (IOException e) {
            return "";
        }
    }
}
