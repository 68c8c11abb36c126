package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * Runs every hostile Action of {@code src/test/escapes}. Its first line says how it must end: {@code // expect: returned},
 * {@code threw}, or {@code limit <LIMIT>}; only the limit that is expected is small. One that looks for a way out throws
 * an error when it finds one, so it is expected to return. After each, an ordinary Action must run in the same sandbox.
 *
 * <p>Not here, since no sandbox in this process can stop them: single operations that reach no safepoint, such as
 * {@code 2n ** (10n ** 9n)} or {@code Array.prototype.indexOf.call({length: 2 ** 53 - 1}, 1)}; and recursion that goes on when it is caught,
 * {@code const f = () => { try { f(); } catch { f(); } }}, as the engine's cancel is itself lost where no stack is left.
 */
@Timeout(240)
final class EscapesTest {

    private static final Path ROOT = Path.of("src/test/escapes");
    private static final Pattern EXPECT = Pattern.compile("// expect: (returned|threw|limit ([A-Z_]+))");
    private static final Pattern OF_THE_HOST = Pattern.compile(
            "java\\.|javax|com\\.oracle|org\\.graalvm|truffle|postern|\\.java:", Pattern.CASE_INSENSITIVE);
    private static final int MAX_MESSAGE = 4096;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
        // What the first run costs must not count against the small limits of a hostile one.
        Guest.assertHealthy(sandbox);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @TestFactory
    Stream<DynamicTest> endsAsItsFirstLineSays() throws IOException {
        return escapes().stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
    }

    @Test
    void coversTheCatalogue() throws IOException {
        var names =
                escapes().stream().map(file -> file.getFileName().toString()).toList();
        for (var section : List.of("a01", "a09", "a13", "b20", "b24", "b29", "c31", "c36", "c46")) {
            assertTrue(names.stream().anyMatch(name -> name.startsWith(section)), section);
        }
    }

    private static void check(Path file) throws IOException {
        var code = Files.readString(file);
        var expect = EXPECT.matcher(code.lines().findFirst().orElse(""));
        assertTrue(expect.matches(), "the first line says what to expect");

        var outcome = sandbox.run(Guest.module(code, "{\"user\":{\"name\":\"Ann\"}}", limits(expect.group(2))));

        switch (expect.group(1)) {
            case "returned" -> Guest.returned(outcome);
            case "threw" -> assertClean(Guest.threw(outcome));
            default -> Guest.exceeded(Limit.valueOf(expect.group(2)), outcome);
        }
        var written = outcome.console().stream()
                .mapToInt(line -> line.message().length())
                .sum();
        assertTrue(written <= Guest.LIMITS.consoleBytes() + 100, () -> "wrote " + written);
        assertFalse(Thread.currentThread().isInterrupted());
        Guest.assertHealthy(sandbox);
    }

    private static void assertClean(GuestError error) {
        assertTrue(error.message().length() <= MAX_MESSAGE);
        assertTrue(error.name().length() <= MAX_MESSAGE && error.stack().length() <= 2 * MAX_MESSAGE);
        assertFalse(OF_THE_HOST.matcher(error.toString()).find(), error.toString());
        assertEquals(
                List.of(),
                error.stack()
                        .lines()
                        .filter(frame -> !frame.contains(Guest.FILE + ":"))
                        .toList());
    }

    private static Limits limits(@Nullable String limit) {
        return switch (limit) {
            case "WALL_CLOCK" -> Guest.LIMITS.withWallClock(Duration.ofMillis(300));
            case "CPU_TIME" -> Guest.LIMITS.withCpuTime(Duration.ofMillis(200)).withAllocatedBytes(Long.MAX_VALUE);
            case "ALLOCATED_BYTES" -> Guest.LIMITS.withAllocatedBytes(32L << 20);
            case null, default -> Guest.LIMITS;
        };
    }

    private static List<Path> escapes() throws IOException {
        try (var files = Files.list(ROOT)) {
            return files.sorted().toList();
        }
    }
}
