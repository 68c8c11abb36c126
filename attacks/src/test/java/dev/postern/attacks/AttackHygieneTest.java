package dev.postern.attacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.error.ErrorCode;
import dev.postern.sandbox.Isolation;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every group of the catalogue is attacked, by files that say what they are, and the documentation lists them all. */
final class AttackHygieneTest {

    private static final int LEAST_FILES = 150;
    private static final List<String> ENDS = Stream.concat(
                    Stream.of("completed", "denied", "paused"),
                    Arrays.stream(ErrorCode.values()).map(ErrorCode::id))
            .toList();

    private final List<Attack> attacks =
            Attack.files().stream().map(Attack::read).toList();

    @Test
    void coversEveryGroup() {
        var missing = IntStream.rangeClosed(1, Attack.GROUPS)
                .filter(group -> attacks.stream().noneMatch(attack -> attack.group() == group))
                .boxed()
                .toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void isManyAttacks() {
        assertTrue(attacks.size() >= LEAST_FILES, attacks.size() + " attacks");
    }

    @Test
    void expectsEndsThatThereAre() {
        for (var attack : attacks) {
            for (var level : Isolation.values()) {
                assertTrue(ENDS.contains(attack.expected(level)), () -> attack + ": " + attack.expected(level));
            }
        }
    }

    @Test
    void triesEachThingOnce() {
        var titles = new TreeSet<String>();
        for (var attack : attacks) {
            assertTrue(titles.add(attack.title()), () -> attack + ": another one has this title");
        }
    }

    @Test
    void playsEveryScenario() {
        for (var scenario : Scenario.values()) {
            assertTrue(attacks.stream().anyMatch(attack -> attack.scenario() == scenario), scenario::toString);
        }
    }

    @Test
    void isTheSameInTheDocumentation() throws IOException {
        var names = attacks.stream()
                .map(attack -> AttackTable.name(attack.name()))
                .collect(Collectors.toCollection(TreeSet::new));
        var gone = new TreeSet<>(AttackTable.listed());
        gone.removeAll(names);
        assertEquals(new TreeSet<>(), gone, "write it with -Dattacks.table=true");
    }
}
