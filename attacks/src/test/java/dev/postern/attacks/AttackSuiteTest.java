package dev.postern.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.sandbox.Isolation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * Plays every attack of {@code src/test/attacks}. Each must end as its file says and in time; the logins of another tenant
 * go on meanwhile, and what an attack used is given back after it.
 *
 * <p>{@code -Dattacks.levels=PROCESS} or {@code IN_PROCESS,PROCESS} plays them at other levels of isolation than in this
 * process, {@code -Dattacks=b24*} selects files, {@code -Dattacks.table=true} writes the table of the documentation.
 */
@Timeout(900)
@TestMethodOrder(OrderAnnotation.class)
final class AttackSuiteTest {

    private static final Set<Isolation> LEVELS = Arrays.stream(
                    System.getProperty("attacks.levels", Isolation.IN_PROCESS.name())
                            .split(","))
            .map(Isolation::valueOf)
            .collect(Collectors.toSet());

    /** A golden login takes a few milliseconds; on a machine of two processors, with both in use, it may take this. */
    private static final double WORST_CANARY_MS = 2000;

    private static final int MOST_KEPT_THREADS = 12 + 4 * Runtime.getRuntime().availableProcessors();
    private static final List<AttackTable.Row> ROWS = new ArrayList<>();
    private static @Nullable Arena arena;

    @AfterAll
    static void writeTheTable() throws IOException {
        if (Boolean.getBoolean("attacks.table")) {
            AttackTable.write(ROWS);
        }
    }

    @TestFactory
    @Order(1)
    Stream<DynamicTest> inProcess() throws IOException {
        return attacks(Isolation.IN_PROCESS, attack -> !attack.quarantined());
    }

    @TestFactory
    @Order(2)
    Stream<DynamicTest> inWorkerProcesses() throws IOException {
        return attacks(Isolation.PROCESS, attack -> !attack.scenario().isOfTheHost());
    }

    /** Last, for each holds a thread and a processor until the process ends. */
    @TestFactory
    @Order(3)
    Stream<DynamicTest> inProcessWithoutASafepoint() {
        return Attack.selected().stream()
                .filter(attack -> attack.quarantined() && LEVELS.contains(Isolation.IN_PROCESS))
                .map(attack -> DynamicTest.dynamicTest(attack.name(), () -> {
                    close(); // a runtime that has no such thread yet
                    play(attack, Isolation.IN_PROCESS);
                }));
    }

    private static Stream<DynamicTest> attacks(Isolation level, Predicate<Attack> which) throws IOException {
        var attacks = Attack.selected().stream()
                .filter(attack -> LEVELS.contains(level) && which.test(attack))
                .sorted(Comparator.comparing((Attack attack) -> !attack.first())
                        .thenComparing(attack -> Arena.profile(attack.expected(level)))
                        .thenComparing(Attack::name))
                .toList();
        if (attacks.isEmpty()) {
            return Stream.of();
        }
        arena(level, "defaults");
        var baseline = new Baseline();
        return Stream.concat(
                attacks.stream().map(attack -> DynamicTest.dynamicTest(attack.name(), () -> play(attack, level))),
                Stream.of(DynamicTest.dynamicTest("leaves nothing behind", () -> {
                    close();
                    assertEquals(List.of(), Baseline.threadsLeft());
                    assertEquals("", baseline.growth());
                })));
    }

    private static void play(Attack attack, Isolation level) throws Exception {
        var place = arena(level, Arena.profile(attack.expected(level)));
        place.canary().begin();
        var started = System.nanoTime();
        var ending = ending(attack, place);
        var ms = (System.nanoTime() - started) / 1_000_000;
        var song = place.canary().end();
        ROWS.add(new AttackTable.Row(attack, level, ending.id(), ms, song.worstMs()));

        // A hole may not show each time, so nothing is asked of one.
        if (attack.hole().isEmpty() && !isContained(attack, level, ending)) {
            assertEquals(attack.expected(level), ending.id(), ending::detail);
        }
        assertTrue(ms <= place.bound(attack).toMillis(), () -> "took " + ms + " ms");
        assertNull(song.fault(), () -> "another tenant's login: " + song.fault());
        assertTrue(song.worstMs() <= WORST_CANARY_MS, () -> "another tenant's login took " + song.worstMs() + " ms");
        assertFalse(Thread.currentThread().isInterrupted());
        place.assertHealthy();
        if (level == Isolation.IN_PROCESS && attack.quarantined()) {
            return;
        }
        assertEquals(List.of(), Baseline.threadsLeft());
        assertTrue(Baseline.keptThreads() <= MOST_KEPT_THREADS, () -> Baseline.keptThreads() + " threads are kept");
    }

    /**
     * A class that an attack makes unusable is its own worker's, and so is the memory that it takes: the worker may end of
     * either, and of memory before the guest is told of its limit.
     */
    private static boolean isContained(Attack attack, Isolation level, Ending ending) {
        return level == Isolation.PROCESS
                && ending.id().equals("worker_died")
                && (attack.first() || attack.expected(level).equals("memory_limit"));
    }

    /** As it was played; what the server's callers would get as an exception is a fault, and expected of no attack. */
    private static Ending ending(Attack attack, Arena place) throws Exception {
        try {
            return place.play(attack);
        } catch (IllegalStateException e) {
            return new Ending("fault", e + " because of " + e.getCause());
        }
    }

    /** The arena of this level and profile; one at a time, as each holds an engine. */
    private static Arena arena(Isolation level, String profile) throws IOException {
        var open = arena;
        if (open != null && open.level() == level && open.profile().equals(profile)) {
            return open;
        }
        close();
        var opened = Arena.open(level, profile);
        arena = opened;
        return opened;
    }

    @AfterAll
    static void close() {
        var open = arena;
        arena = null;
        if (open != null) {
            open.close();
        }
    }
}
