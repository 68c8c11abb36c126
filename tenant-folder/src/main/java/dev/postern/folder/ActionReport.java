package dev.postern.folder;

import dev.postern.folder.Finding.Verdict;
import java.util.Comparator;
import java.util.List;

/**
 * How one Action would do.
 *
 * @param action its name
 * @param triggers ids of the triggers it is bound to; empty if it is in no flow
 * @param findings why it would not run, or not as in Auth0; the worst first, then by line
 */
public record ActionReport(String action, List<String> triggers, List<Finding> findings) {

    private static final Comparator<Finding> WORST_FIRST =
            Comparator.comparing(Finding::verdict).reversed().thenComparingInt(Finding::line);

    public ActionReport {
        triggers = List.copyOf(triggers);
        findings = findings.stream().sorted(WORST_FIRST).toList();
    }

    /** That of the worst finding. */
    public Verdict verdict() {
        return findings.isEmpty() ? Verdict.RUNS : findings.getFirst().verdict();
    }

    /** Whether it is part of a flow. */
    public boolean isBound() {
        return !triggers.isEmpty();
    }
}
