package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postern.Printable;
import dev.postern.folder.ActionReport;
import dev.postern.folder.CompatibilityReport;
import dev.postern.folder.Finding;
import dev.postern.folder.TenantFolder;
import dev.postern.tenant.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says which Actions of an export would run. */
@Command(
        name = "check",
        description = "Says of each Action in a tenant's export whether it runs, differs, or misses something.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 all bound Actions run, 12 one would not, 2 the export cannot be",
            "            read.",
            "",
            "Example:",
            "  postern check my-tenant",
        })
@SuppressWarnings("NullAway.Init") // set by picocli
final class CheckCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "The export: a folder or a .yaml file.")
    private Path export;

    @Mixin
    private SecretsMixin secrets;

    @Option(names = "--json", description = "Print the report as one JSON document.")
    private boolean json;

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!Files.exists(export)) {
            throw new UsageException("there is no folder or file " + export);
        }
        var folder = TenantFolder.read(export, terminal.environment());
        var report = CompatibilityReport.of(folder, TenantId.of(FlowSource.TENANT), secrets.source(folder::declared));
        if (json) {
            terminal.out().println(Printable.lines(document(report).toPrettyString()));
        } else {
            print(report);
        }
        return report.isRunnable() ? ExitCode.COMPLETED : ExitCode.FAILED;
    }

    private void print(CompatibilityReport report) {
        var width = report.actions().stream()
                .mapToInt(action -> action.action().length())
                .max()
                .orElse(1);
        for (var action : report.actions()) {
            var flows = action.isBound() ? String.join(", ", action.triggers()) : "in no flow";
            line(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %-7s  %s",
                    action.action(),
                    action.verdict().id(),
                    flows));
            action.findings().forEach(finding -> line("    " + describe(finding)));
        }
        report.faults().forEach(this::line);
        var bound = report.actions().stream().filter(ActionReport::isBound).toList();
        var running = bound.stream()
                .filter(action -> action.verdict() != Finding.Verdict.MISSING)
                .count();
        line(running + " of " + bound.size() + " bound Actions run");
    }

    private static String describe(Finding finding) {
        var place = finding.line() > 0 ? "line " + finding.line() + ": " : "";
        return finding.verdict().id() + ": " + place + finding.text() + (finding.isScanned() ? " (scanned)" : "");
    }

    private void line(String text) {
        terminal.out().println(Printable.line(text));
    }

    private static JsonNode document(CompatibilityReport report) {
        var document = JsonNodeFactory.instance.objectNode();
        document.put("runnable", report.isRunnable());
        var actions = document.putArray("actions");
        for (var action : report.actions()) {
            var shown = actions.addObject().put("name", action.action());
            shown.put("verdict", action.verdict().id());
            action.triggers().forEach(shown.putArray("triggers")::add);
            var findings = shown.putArray("findings");
            for (var finding : action.findings()) {
                findings.addObject()
                        .put("verdict", finding.verdict().id())
                        .put("text", finding.text())
                        .put("line", finding.line())
                        .put("scanned", finding.isScanned());
            }
        }
        report.faults().forEach(document.putArray("faults")::add);
        return document;
    }
}
