package dev.postern.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Which packages are known to work, and why the others do not: {@code expected.tsv}. */
record Expected(Map<String, String> verdicts) {

    private static final String PASS = "pass";

    static Expected read() throws IOException {
        var verdicts = new TreeMap<String, String>();
        for (var line : Files.readAllLines(Path.of("expected.tsv"))) {
            var tab = line.indexOf('\t');
            if (tab < 0) throw new IOException("expected.tsv: not a name, a tab and a verdict: " + line);
            verdicts.put(line.substring(0, tab), line.substring(tab + 1));
        }
        return new Expected(verdicts);
    }

    boolean passes(String name) {
        return PASS.equals(verdicts.get(name));
    }
}
