package dev.postern.attacks;

import dev.postern.sandbox.Isolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The table of {@code docs/security/attack-table.md}: what caught each attack, after how long, and what others felt of it. */
final class AttackTable {

    static final Path FILE = Path.of("../docs/security/attack-table.md");

    private static final Pattern ROW = Pattern.compile("\\| `([a-z0-9-]+)` \\|.*");
    private static final String HEAD = """
            # Attacks and what catches them

            Written by `mvn test -pl attacks -am -Dattacks.levels=IN_PROCESS,PROCESS -Dattacks.table=true`; the files are
            `attacks/src/test/attacks/*.js`. A script that seeks a way out throws an error if it finds one, so `completed` says that
            it found none. While each attack ran, another tenant's users logged in every 50 ms in the same server; the last column is
            the slowest of them. Limits are three times as long in worker processes, for a worker that has just started is slower. What is not
            of the sandbox, such as snapshots and the command line, is attacked in process alone.

            | attack | what it tries | level | what caught it | after ms | worst login of another tenant, ms |
            |---|---|---|---|--:|--:|
            """;

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
        var text = new StringBuilder(HEAD);
        rows.stream()
                .sorted(Comparator.comparing((Row row) -> row.attack().name()).thenComparing(Row::level))
                .forEach(row -> text.append(row.text()).append('\n'));
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
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
