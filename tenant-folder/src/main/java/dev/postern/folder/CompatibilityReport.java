package dev.postern.folder;

import dev.postern.action.SecretSource;
import dev.postern.folder.Finding.Verdict;
import dev.postern.tenant.TenantId;
import java.util.List;

/**
 * Whether the Actions of an export would run.
 *
 * @param actions a report for each Action, and for each that is bound without being in the export
 * @param faults what keeps a whole trigger from running
 */
public record CompatibilityReport(List<ActionReport> actions, List<String> faults) {

    public CompatibilityReport {
        actions = List.copyOf(actions);
        faults = List.copyOf(faults);
    }

    /**
     * Looks at every Action. Its module is loaded in a sandbox under tight limits, without secrets or event, and its
     * handlers are not called; the rest is found by searching the text.
     *
     * @param tenant whose secrets are asked for
     * @param secrets what is given besides the values in the files; only its names are used
     */
    public static CompatibilityReport of(TenantFolder folder, TenantId tenant, SecretSource secrets) {
        try (var probe = new ModuleProbe()) {
            return new CompatibilityCheck(folder, tenant, secrets, probe).report();
        }
    }

    /** Whether all that is bound would run. */
    public boolean isRunnable() {
        return faults.isEmpty()
                && actions.stream().noneMatch(action -> action.isBound() && action.verdict() == Verdict.MISSING);
    }
}
