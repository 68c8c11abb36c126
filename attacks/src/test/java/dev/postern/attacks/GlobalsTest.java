package dev.postern.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.sandbox.Limits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * What can be reached from the global object is what the list says: an engine that brings something new is looked at
 * before it is used. {@code -Dglobals.update=true} writes the list anew.
 */
final class GlobalsTest {

    private static final Path LIST = Path.of("src/test/resources/globals.txt");
    private static final int LEAST_LINES = 1500;
    private static final Limits LIMITS = Limits.defaults()
            .withWallClock(Duration.ofMinutes(2))
            .withCpuTime(Duration.ofMinutes(1))
            .withConsoleBytes(8 << 20);

    @Test
    void reachesOnlyWhatIsListed() throws IOException {
        var reached = reached();
        assertTrue(reached.size() > LEAST_LINES, reached.size() + " lines");
        if (Boolean.getBoolean("globals.update")) {
            Files.write(LIST, reached);
        }
        var listed = new TreeSet<>(Files.readAllLines(LIST));
        var more = new TreeSet<>(reached);
        more.removeAll(listed);
        var fewer = new TreeSet<>(listed);
        fewer.removeAll(reached);
        assertEquals(new TreeSet<String>(), more, "reached, and not listed");
        assertEquals(new TreeSet<String>(), fewer, "listed, and not reached");
    }

    private static SortedSet<String> reached() throws IOException {
        var written = new ArrayList<String>();
        try (var runtime = ActionsRuntime.builder()
                .withLimits(LIMITS)
                .withConsole((transaction, action, line) -> written.add(line.message()))
                .build()) {
            var flow = Logins.flow(Logins.ATTACKER, Files.readString(Path.of("src/test/resources/globals.js")));
            var result = runtime.start(flow, Logins.event("auth0|1", Map.of()));
            assertInstanceOf(
                    FlowResult.Completed.class, result, () -> Ending.of(result).detail());
        }
        var lines = new TreeSet<String>();
        written.forEach(text -> text.lines().forEach(lines::add));
        return lines;
    }
}
