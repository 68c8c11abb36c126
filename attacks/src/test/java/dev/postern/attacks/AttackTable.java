package dev.postern.attacks;

import dev.postern.sandbox.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The table of {@code docs/security/attack-table.md}: what caught each attack, after how long, and what others felt of it. */
final class AttackTable {

    static final Path FILE = Path.of("../docs/security/attack-table.md");

    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\|.*");

    /** A line of the table. */
    record Row(Attack attack, Isolation level, String caughtBy, long ms, double worstCanaryMs) {
        private String text() {
            return String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %s | %s | %d | %.0f |",
                    name(attack.name()),
                    attack.title().replace("|", "\\|"),
                    level == Isolation.PROCESS ? "process" : "in process",
                    attack.hole().isEmpty() ? "`" + caughtBy + "`" : "**nothing yet**: " + attack.hole(),
                    ms,
                    worstCanaryMs);
        }
    }

    private AttackTable() {}

    static void write(List<Row> rows) throws IOException {
        var outcomes = rows.stream()
                .collect(Collectors.groupingBy(AttackTable::kind, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        var slowest = rows.stream()
                .max(Comparator.comparingDouble(Row::worstCanaryMs))
                .orElseThrow();
        var head = String.format(
                Locale.ROOT,
                """
            # Attacks and what catches them

            Written on %s, with Java %s on %d processors, %s, by

            ```text
            mvn test -pl attacks -am -Dtest=AttackSuiteTest -Dattacks.levels=IN_PROCESS,PROCESS -Dattacks.table=true -Dsurefire.failIfNoSpecifiedTests=false
            ```

            The files are `attacks/src/test/attacks/*.js`, %d attacks, played %d times: %s. While each was played, another tenant's
            users logged in every 50 ms in the same server; the last column is the slowest of them, of all %.0f ms in `%s`.

            A script that seeks a way out throws an error if it finds one, so `completed` says that it found none. What is to end
            at a limit has a low one, and a higher one in workers, which are slower when they have just started: 0.5 or 1.5 s of processor
            time, 0.7 or 4 s in all, 48 or 144 MB. Some attacks are of several logins, and take as long as all of these. A guest that
            could not be stopped at its limit looks like any other: its caller had its answer, and in process its thread went on. What is not
            of the sandbox, such as snapshots and the command line, is attacked in process alone.

            | attack | what it tries | level | what caught it | after ms | worst login of another tenant, ms |
            |---|---|---|---|--:|--:|
            """,
                LocalDate.now(ZoneOffset.UTC),
                Runtime.version().feature(),
                Runtime.getRuntime().availableProcessors(),
                (System.getProperty("user.name").equals("root") ? "as root" : "as a user")
                        + (Files.exists(Path.of("/usr/bin/bwrap")) ? " with bubblewrap" : " without bubblewrap"),
                rows.stream().map(Row::attack).distinct().count(),
                rows.size(),
                outcomes,
                slowest.worstCanaryMs(),
                name(slowest.attack().name()));
        var text = new StringBuilder(head);
        rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.attack().name()).thenComparing(Row::level))
                .forEach(row -> text.append(row.text()).append('\n'));
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
    }

    private static String kind(Row row) {
        if (!row.attack().hole().isEmpty()) {
            return "not stopped yet";
        }
        return switch (row.caughtBy()) {
            case "completed" -> "completed";
            case "cpu_limit", "time_limit", "memory_limit", "output_limit", "worker_died" -> "at a limit";
            default -> "refused";
        };
    }

    /** The attacks that the table lists. */
    static Set<String> listed() throws IOException {
        var names = new TreeSet<String>();
        for (var line : Files.readAllLines(FILE)) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                names.add(row.group(1));
            }
        }
        return names;
    }

    static String name(String file) {
        return file.replace(".js", "");
    }
}
