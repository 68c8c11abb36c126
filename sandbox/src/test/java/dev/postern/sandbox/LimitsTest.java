package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class LimitsTest {

    private static final Limits SHORT_WALL = Guest.LIMITS.withWallClock(Duration.ofMillis(200));
    private static final Limits SHORT_CPU = Guest.LIMITS.withCpuTime(Duration.ofMillis(200));
    private static final Limits FEW_STATEMENTS = Guest.LIMITS.withStatements(10_000);
    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = Guest.sandbox();
        Guest.assertHealthy(sandbox);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @AfterEach
    void leavesTheSandboxHealthy() {
        assertFalse(Thread.currentThread().isInterrupted());
        Guest.assertHealthy(sandbox);
    }

    @Test
    void stopsWaitingForALongTimerAtTheWallClock() {
        var outcome = sandbox.run(Guest.handler("await new Promise((r) => setTimeout(r, 3600000));", SHORT_WALL));
        var exceeded = Guest.exceeded(Limit.WALL_CLOCK, outcome);
        assertEquals(0, exceeded.line());
        assertTrue(
                exceeded.usage().duration().toMillis() >= 200,
                () -> "took " + exceeded.usage().duration());
        assertTrue(
                exceeded.usage().duration().compareTo(AT_ONCE) < 0,
                () -> "took " + exceeded.usage().duration());
    }

    @Test
    void countsTheTimeOfHostFunctions() {
        var busy = Guest.with(Guest.handler("for (;;) api.call('busy', 0);", SHORT_CPU), "busy", argument -> {
            var end = System.nanoTime() + 20_000_000;
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            return argument;
        });
        var exceeded = Guest.exceeded(Limit.CPU_TIME, sandbox.run(busy));
        assertTrue(exceeded.usage().cpuTime().toMillis() >= 200, () -> "took " + exceeded.usage());
    }

    @Test
    void countsWhatHostFunctionsAllocate() {
        var hungry = Guest.with(
                Guest.handler("for (;;) api.call('hungry', 0);", Guest.LIMITS.withAllocatedBytes(100 << 20)),
                "hungry",
                argument -> HostMessage.of(String.valueOf(new byte[10 << 20].length)));
        Guest.exceeded(Limit.ALLOCATED_BYTES, sandbox.run(hungry));
    }

    @Test
    void stopsABusyLoopAtTheWallClock() {
        var exceeded =
                Guest.exceeded(Limit.WALL_CLOCK, sandbox.run(Guest.handler("let i = 0;\nfor (;;) i++;", SHORT_WALL)));
        assertLine(3, exceeded);
    }

    @Test
    void stopsABusyLoopAtTheCpuTime() {
        var exceeded = Guest.exceeded(Limit.CPU_TIME, sandbox.run(Guest.handler("\n\nfor (;;) {}", SHORT_CPU)));
        assertLine(4, exceeded);
        assertTrue(
                exceeded.usage().duration().compareTo(AT_ONCE) < 0,
                () -> "took " + exceeded.usage().duration());
    }

    @Test
    void doesNotCountWaitingAsCpuTime() {
        var limits = Guest.LIMITS.withCpuTime(Duration.ofMillis(400));
        Guest.returned(sandbox.run(Guest.handler("await new Promise((r) => setTimeout(r, 500));", limits)));
    }

    @Test
    void stopsAtTheAllocatedBytes() {
        var exceeded = Guest.exceeded(
                Limit.ALLOCATED_BYTES,
                sandbox.run(Guest.handler(
                        "const list = [];\nfor (;;) list.push(new Array(1000).fill(1));",
                        Guest.LIMITS.withAllocatedBytes(32L << 20))));
        assertLine(3, exceeded);
    }

    @Test
    void countsAllocatedBytesThatWereFreed() {
        Guest.exceeded(
                Limit.ALLOCATED_BYTES,
                sandbox.run(Guest.handler(
                        "for (;;) new Array(1000).fill(1);", Guest.LIMITS.withAllocatedBytes(32L << 20))));
    }

    @Test
    void stopsAtTheStatements() {
        var exceeded = Guest.exceeded(
                Limit.STATEMENTS, sandbox.run(Guest.handler("let i = 0;\nfor (;;) {\n  i++;\n}", FEW_STATEMENTS)));
        assertTrue(exceeded.line() == 3 || exceeded.line() == 4, () -> "line " + exceeded.line());
    }

    @Test
    void doesNotReachTheStatementsWithFewOfThem() {
        Guest.returned(sandbox.run(Guest.handler("let i = 0;\nwhile (i < 1000) i++;", FEW_STATEMENTS)));
    }

    @Test
    void tellsOtherLimitsApartWhereStatementsAreCounted() {
        var limits = SHORT_WALL.withStatements(Long.MAX_VALUE);
        Guest.exceeded(Limit.WALL_CLOCK, sandbox.run(Guest.handler("for (;;) {}", limits)));
    }

    @Test
    void cannotBeHeldOffByCatchOrFinally() {
        for (var limits : new Limits[] {SHORT_CPU, FEW_STATEMENTS}) {
            var outcome = sandbox.run(Guest.handler(
                    "const again = () => { try { for (;;) {} } catch { again(); } finally { for (;;) {} } };\n"
                            + "for (;;) { try { again(); } finally { continue; } }",
                    limits));
            Guest.exceeded(limits.equals(SHORT_CPU) ? Limit.CPU_TIME : Limit.STATEMENTS, outcome);
        }
    }

    @Test
    void keepsWhatWasWrittenBeforeTheLimit() {
        var outcome = sandbox.run(Guest.handler("console.log('before');\nfor (;;) {}", SHORT_CPU));
        Guest.exceeded(Limit.CPU_TIME, outcome);
        assertEquals("before", outcome.console().getFirst().message());
    }

    @Test
    void takesSourceOfExactlyTheLimit() {
        var code = "exports.onTest = async () => {}; // é";
        var bytes = code.getBytes(StandardCharsets.UTF_8).length;
        assertEquals(code.length() + 1, bytes);

        Guest.returned(sandbox.run(Guest.module(code, "{}", Guest.LIMITS.withSourceBytes(bytes))));
        Guest.exceeded(
                Limit.SOURCE_BYTES, sandbox.run(Guest.module(code, "{}", Guest.LIMITS.withSourceBytes(bytes - 1))));
    }

    @Test
    void takesOutputOfExactlyTheLimit() {
        var invocation = "api.emit('12345');";
        var chars = "[\"12345\"]".length();

        Guest.returned(sandbox.run(Guest.handler(invocation, Guest.LIMITS.withOutputChars(chars))));
        Guest.exceeded(
                Limit.OUTPUT_CHARS, sandbox.run(Guest.handler(invocation, Guest.LIMITS.withOutputChars(chars - 1))));
    }

    @Test
    void cutsTheConsoleAndGoesOn() {
        var outcome = sandbox.run(Guest.handler(
                "console.log('12345');\nconsole.log('67890');\nconsole.error('gone');\napi.emit('end');",
                Guest.LIMITS.withConsoleBytes(8)));
        assertEquals("[\"end\"]", Guest.returned(outcome));
        assertEquals(
                List.of(
                        new ConsoleLine("info", "12345"),
                        new ConsoleLine("info", "67…"),
                        new ConsoleLine("warn", "[output cut at the console limit]")),
                outcome.console());
    }

    @Test
    void countsEmptyLinesOfTheConsole() {
        var outcome = sandbox.run(
                Guest.handler("for (let i = 0; i < 1000; i++) console.log('');", Guest.LIMITS.withConsoleBytes(10)));
        Guest.returned(outcome);
        assertTrue(
                outcome.console().size() <= 11, () -> "has " + outcome.console().size());
    }

    /** The engine does not always know where it was when it was stopped. */
    private static void assertLine(int line, GuestOutcome.LimitExceeded exceeded) {
        assertTrue(exceeded.line() == line || exceeded.line() == 0, () -> "line " + exceeded.line());
    }

    @Test
    void areChecked() {
        var limits = Limits.defaults();
        assertThrows(IllegalArgumentException.class, () -> limits.withWallClock(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withCpuTime(Duration.ofMillis(-1)));
        assertThrows(IllegalArgumentException.class, () -> limits.withAllocatedBytes(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withStatements(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withConsoleBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withSourceBytes(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withOutputChars(0));
    }

    @Test
    void areDescribed() {
        var limits = Limits.defaults().withCpuTime(Duration.ofMillis(1500));
        assertEquals("20 s", limits.describe(Limit.WALL_CLOCK));
        assertEquals("1500 ms", limits.describe(Limit.CPU_TIME));
        assertEquals("536870912 bytes", limits.describe(Limit.ALLOCATED_BYTES));
        assertEquals("100000 bytes", limits.describe(Limit.SOURCE_BYTES));
        assertEquals("1048576 characters", limits.describe(Limit.OUTPUT_CHARS));
    }
}
