package dev.postern.folder;

import dev.postern.action.SecretSource;
import dev.postern.error.ErrorCode;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what would keep the Actions of an export from running. */
final class CompatibilityCheck {

    private static final Set<String> RUNTIMES = Set.of("", "node18", "node18-actions", "node22", "node22-actions");

    private static final int MOST_BYTES = Limits.defaults().sourceBytes();

    private final TenantFolder folder;
    private final TenantId tenant;
    private final SecretSource secrets;
    private final ModuleProbe probe;
    private final Map<String, Set<String>> bound = new LinkedHashMap<>(); // action -> ids of triggers
    private final List<String> faults = new ArrayList<>();

    CompatibilityCheck(TenantFolder folder, TenantId tenant, SecretSource secrets, ModuleProbe probe) {
        this.folder = folder;
        this.tenant = tenant;
        this.secrets = secrets;
        this.probe = probe;
    }

    CompatibilityReport report() {
        readBindings();
        var scans = new LinkedHashMap<FolderAction, CodeScan>();
        folder.actions()
                .forEach(action -> scans.put(action, new CodeScan(bytes(action) > MOST_BYTES ? "" : action.code())));
        var reports = new ArrayList<ActionReport>();
        scans.forEach((action, scan) -> reports.add(report(action, scan)));
        bound.forEach((action, triggers) -> {
            if (folder.action(action).isEmpty()) {
                var text = "is bound but not in the export, as an Action of the marketplace is not";
                reports.add(new ActionReport(action, List.copyOf(triggers), List.of(Finding.missing(text))));
            }
        });
        return new CompatibilityReport(reports, faults);
    }

    private void readBindings() {
        folder.bindings().forEach((trigger, bindings) -> bindings.forEach(binding -> bind(trigger, binding)));
        for (var trigger : Trigger.values()) {
            var bindings = folder.bindings(trigger);
            bindings.forEach(binding -> bind(trigger.id(), binding));
            if (bindings.size() > trigger.maxActions()) {
                faults.add(trigger.id() + " has " + bindings.size() + " Actions and takes " + trigger.maxActions());
            }
        }
    }

    private void bind(String trigger, Binding binding) {
        bound.computeIfAbsent(binding.action(), name -> new LinkedHashSet<>()).add(trigger);
    }

    private ActionReport report(FolderAction action, CodeScan scan) {
        var findings = new ArrayList<Finding>();
        var triggers = bound.getOrDefault(action.name(), Set.of());
        declared(action, findings);
        if (bytes(action) <= MOST_BYTES) {
            var modules = scan.modules().keySet();
            var globals = scan.globals().keySet();
            var missing = modules.isEmpty() && globals.isEmpty()
                    ? Map.<String, String>of()
                    : probe.missing(action, globals, modules);
            named(action, scan, missing, findings);
            calls(action, scan, triggers, findings);
            loaded(action, scan, triggers, findings);
        } else {
            findings.add(Finding.missing("has " + bytes(action) + " bytes of code; " + MOST_BYTES + " are the most"));
        }
        return new ActionReport(action.name(), List.copyOf(triggers), findings);
    }

    /** What the export says of the Action. */
    private void declared(FolderAction action, List<Finding> findings) {
        if (!RUNTIMES.contains(action.runtime())) {
            findings.add(Finding.differs("is made for " + action.runtime() + "; the language here is that of node22"));
        }
        if (!action.isDeployed()) {
            findings.add(Finding.differs("is a draft that is not deployed; the tenant may run an earlier text"));
        }
        if (action.isIntegration()) {
            findings.add(Finding.differs("comes from the marketplace, where its settings are"));
        }
        var unset = action.secrets()
                .missing(secrets.secrets(tenant, action.name()).values().keySet());
        if (!unset.isEmpty()) {
            findings.add(Finding.missing("has no value for the secrets " + String.join(", ", unset)));
        }
    }

    private static int bytes(FolderAction action) {
        return action.code().getBytes(StandardCharsets.UTF_8).length;
    }

    /** What the code names. */
    private static void named(FolderAction action, CodeScan scan, Map<String, String> missing, List<Finding> findings) {
        var installed = new InstalledVersions(action.version().modules());
        scan.modules().forEach((name, line) -> {
            var asked = action.dependencies().stream()
                    .filter(dependency -> dependency.name().equals(name))
                    .map(Dependency::version)
                    .findFirst();
            var why = missing.get(name);
            if (why != null) {
                findings.add(Finding.missing("requires '" + name + "', which "
                                + (why.isEmpty()
                                        ? asked.isPresent() ? "is not installed; run postern install" : "is not there"
                                        : "cannot be loaded: "
                                                + action.secrets().values().redact(why)))
                        .scannedAt(line));
            } else {
                asked.flatMap(version -> installed.difference(name, version))
                        .ifPresent(text -> findings.add(Finding.differs(text).scannedAt(line)));
            }
        });
        action.modules().stream()
                .flatMap(module -> action.files().modules().stream()
                        .filter(found -> found.name().equals(module.name())
                                && !found.version().equals(module.version())))
                .forEach(other -> findings.add(Finding.differs("uses another version of the module '" + other.name()
                        + "' than the latest, which is exported")));
        scan.globals().forEach((name, line) -> {
            if (missing.containsKey(name)) {
                findings.add(
                        Finding.missing("uses " + name + ", which is not there").scannedAt(line));
            }
        });
        scan.moduleState()
                .forEach((name, line) -> findings.add(
                        Finding.differs("keeps '" + name + "' outside of the handler, which begins anew each time")
                                .scannedAt(line)));
        scan.timers()
                .forEach(
                        (name, line) -> findings.add(Finding.differs("uses " + name + "; a timer ends with its handler")
                                .scannedAt(line)));
        scan.markers()
                .forEach(marker -> findings.add(
                        Finding.differs("has the marker " + marker + ", which has no value, in its code")));
        if (action.secrets().marker().isEmpty()) {
            scan.secrets().forEach((name, line) -> {
                if (!action.secrets().names().contains(name)) {
                    findings.add(Finding.differs("reads the secret " + name + ", which it does not declare")
                            .scannedAt(line));
                }
            });
        }
    }

    /** Methods of the api that no trigger of the Action has. */
    private static void calls(FolderAction action, CodeScan scan, Set<String> bound, List<Finding> findings) {
        var methods = new HashSet<String>();
        var triggers = bound.isEmpty() ? action.triggers() : bound;
        for (var id : triggers) {
            Trigger.find(id)
                    .ifPresentOrElse(
                            trigger ->
                                    methods.addAll(trigger.contract().methods().keySet()),
                            () -> findings.add(
                                    Finding.missing("is for the trigger " + id + ", which is not known here")));
        }
        if (methods.isEmpty()) {
            return; // no trigger, or one without methods, and then nothing is known of what it calls
        }
        scan.apiCalls().forEach((path, line) -> {
            if (!methods.contains(path)) {
                findings.add(
                        Finding.missing("calls api." + path + ", which " + String.join(" and ", triggers) + " has not")
                                .scannedAt(line));
            }
        });
    }

    /** What the module exports, or why it cannot be loaded. */
    private void loaded(FolderAction action, CodeScan scan, Set<String> bound, List<Finding> findings) {
        var module = probe.load(action);
        var error = module.error();
        if (error != null) {
            // A module that throws for want of what is missing has said so already.
            var isSaid = error.code() == ErrorCode.ACTION_THREW
                    && findings.stream()
                            .anyMatch(finding -> finding.isScanned()
                                    && finding.line() == error.line()
                                    && finding.verdict() == Finding.Verdict.MISSING);
            if (!isSaid) {
                var what = error.code() == ErrorCode.SYNTAX_ERROR ? "cannot be parsed: " : "cannot be loaded: ";
                var message = action.secrets().values().redact(error.message());
                var line = Math.min(error.line(), (int) action.code().lines().count()); // ours stand below
                findings.add(
                        Finding.missing(what + error.name() + ": " + message).at(line));
            }
        } else if (!module.isSeen()) {
            findings.add(Finding.differs("returns before its end, so that nothing is known of what it exports"));
        } else {
            var triggers = bound.isEmpty() ? Set.copyOf(action.triggers()) : bound;
            Arrays.stream(Trigger.values())
                    .filter(trigger -> triggers.contains(trigger.id()))
                    .forEach(trigger -> handlers(trigger, module, scan, findings));
        }
    }

    private static void handlers(Trigger trigger, ModuleProbe.Module module, CodeScan scan, List<Finding> findings) {
        var execute = trigger.executeHandler();
        var isAsync = module.handlers().get(execute);
        if (isAsync == null) {
            findings.add(Finding.missing("does not export " + execute
                    + (module.isFunction() ? "; its module is a function, the old form of an Action" : "")));
        } else if (!isAsync) {
            findings.add(Finding.missing("exports " + execute + " that is no async function"));
        }
        trigger.continueHandler()
                .filter(name -> !module.handlers().containsKey(name))
                .ifPresent(name -> {
                    for (var departure : List.of("redirect.sendUserTo", "prompt.render")) {
                        var line = scan.apiCalls().get(departure);
                        if (line != null) {
                            findings.add(Finding.missing("calls api." + departure + ", but does not export " + name)
                                    .scannedAt(line));
                        }
                    }
                });
    }
}
