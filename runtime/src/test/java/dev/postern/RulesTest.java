package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on compatibility cannot drift: each rule is shown by a case or has a line there, and so has each method. */
final class RulesTest {

    private static final int RULES = 79;

    private static final Pattern FIRST_LINE = Pattern.compile("// semantics (\\d+(?:, \\d+)*): \\S.*");
    private static final Pattern IN_PARENTHESES = Pattern.compile("\\((\\d+(?:(?:, | and )\\d+)*)\\)");
    private static final Pattern GROUP = Pattern.compile("`(\\w+\\.\\w+)…`, all (\\d+)");
    private static final Pattern CODE = Pattern.compile("`([\\w.-]+)`");
    private static final List<String> STATES = List.of("supported", "differs: ", "host decides: ");

    static Stream<Case> cases() {
        return Case.all();
    }

    @Test
    void namesEachRule() throws IOException {
        var named = new TreeSet<Integer>();
        cases().forEach(test -> named.addAll(numbers(FIRST_LINE, firstLine(test))));
        named.addAll(numbers(IN_PARENTHESES, page()));
        var missing = IntStream.rangeClosed(1, RULES)
                .filter(rule -> !named.contains(rule))
                .boxed()
                .toList();
        assertEquals(List.of(), missing, "rules without a case and without a line in docs/compatibility.md");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void beginsWithTheRulesItShows(Case test) {
        var line = firstLine(test);
        assertTrue(FIRST_LINE.matcher(line).matches(), test.name() + ": " + line);
        numbers(FIRST_LINE, line).forEach(rule -> assertTrue(rule >= 1 && rule <= RULES, test.name() + ": " + line));
    }

    @ParameterizedTest
    @EnumSource
    void listsEachMethodOnce(Trigger trigger) throws IOException {
        var rows = rows().filter(row -> row.triggers().contains(trigger.id())).toList();
        assertTrue(!rows.isEmpty(), trigger.id() + " is not in the table");
        var methods = new TreeSet<>(trigger.contract().methods().keySet());
        for (var row : rows) {
            for (var method : row.methods(methods)) {
                assertTrue(methods.remove(method), trigger.id() + " has no " + method + ", or it is listed twice");
            }
        }
        assertEquals(Set.of(), methods, trigger.id() + " has methods that the table lacks");
    }

    @Test
    void saysOfEachMethodWhetherItIsSupported() throws IOException {
        var known = Arrays.stream(Trigger.values()).map(Trigger::id).collect(Collectors.toSet());
        rows().forEach(row -> {
            assertTrue(STATES.stream().anyMatch(row.state()::startsWith), row.toString());
            assertTrue(!row.triggers().isEmpty() && known.containsAll(row.triggers()), row.toString());
        });
    }

    /** A row of the table of methods. */
    private record Row(List<String> triggers, String listed, String state) {
        static Row of(String line) {
            var cells = line.split("\\|", -1);
            return new Row(codes(cells[1]), cells[2].strip(), cells[3].strip());
        }

        /** The methods it lists; a group stands for all of the trigger's with that beginning. */
        List<String> methods(Set<String> ofTrigger) {
            var group = GROUP.matcher(listed);
            if (!group.matches()) {
                return codes(listed);
            }
            var members = ofTrigger.stream()
                    .filter(method -> method.startsWith(group.group(1)))
                    .toList();
            assertEquals(Integer.parseInt(group.group(2)), members.size(), listed);
            return members;
        }

        private static List<String> codes(String cell) {
            return CODE.matcher(cell).results().map(code -> code.group(1)).toList();
        }
    }

    private static Stream<Row> rows() throws IOException {
        var section = page().split("## What runs", 2)[1].split("\n## ", 2)[0];
        return section.lines().filter(line -> line.startsWith("| `")).map(Row::of);
    }

    private static Set<Integer> numbers(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(group -> pattern == FIRST_LINE ? group.substring(0, group.indexOf(':')) : group)
                .flatMap(group -> Pattern.compile("\\d+").matcher(group).results())
                .map(number -> Integer.valueOf(number.group()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String firstLine(Case test) {
        try (var files = Files.list(test.folder())) {
            var first = files.filter(file -> file.getFileName().toString().matches("\\d+-.*\\.js"))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            return Files.readAllLines(first).getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("../docs/compatibility.md"));
    }
}
