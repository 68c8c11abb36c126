package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.cli.types.SecretNames;
import dev.postern.folder.FolderAction;
import dev.postern.folder.TenantFolder;
import dev.postern.tenant.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;

/** The options that give Actions their secrets. */
final class SecretsMixin {

    @Option(
            names = "--secret",
            paramLabel = "K=V",
            description = "A secret of every Action, as event.secrets.K. Repeatable.")
    private List<String> secrets = new ArrayList<>();

    @Option(
            names = "--secrets",
            paramLabel = "FILE",
            description = "A JSON file of secrets: {\"K\":\"V\"}, or {\"name.js\":{\"K\":\"V\"}} for one Action."
                    + " Or a tenant's export, for the values in its files. Repeatable.")
    private List<Path> files = new ArrayList<>();

    /** As if only {@code --secrets} had been given. */
    static SecretsMixin of(Path file) {
        var mixin = new SecretsMixin();
        mixin.files = List.of(file);
        return mixin;
    }

    /** What they are called, without their values. */
    SecretNames names() {
        var given = given();
        var ofOne = new HashMap<String, Set<String>>();
        given.forOne().forEach((action, own) -> ofOne.put(action, own.keySet()));
        return new SecretNames(given.forAll().keySet(), ofOne);
    }

    /** The line with the options that give the same secrets again, without the values. Ask for a source first: it checks them. */
    ResumeLine again(ResumeLine line) {
        var again = line;
        for (var file : files) {
            again = again.with("--secrets", file);
        }
        for (var secret : secrets) {
            again = again.withSecret(secret.substring(0, secret.indexOf('=')));
        }
        return again;
    }

    /** Whether any option gives a secret. */
    boolean areGiven() {
        return !files.isEmpty() || !secrets.isEmpty();
    }

    /** What is given on the command line. */
    private record Given(Map<String, String> forAll, Map<String, Map<String, String>> forOne) {

        /** The secrets of an Action; its own come before those of all. */
        Secrets of(String action) {
            var all = new HashMap<>(forAll);
            all.putAll(forOne.getOrDefault(action, Map.of()));
            return Secrets.of(all);
        }

        /** The secrets of an Action that declares them; what is given comes before what the files hold. */
        Secrets of(FolderAction action) {
            var declared = action.secrets();
            var all = new HashMap<>(forAll);
            if (declared.marker().isEmpty()) {
                all.keySet().retainAll(declared.names());
            }
            var own = new HashMap<>(declared.values().values());
            own.putAll(all);
            own.putAll(forOne.getOrDefault(action.name(), Map.of()));
            return Secrets.of(own);
        }
    }

    /** The secrets of each Action. */
    SecretSource source(Map<String, String> environment) {
        var given = given();
        for (var file : files) {
            if (FlowSource.isExport(file)) {
                return source(given, TenantFolder.read(file, environment));
            }
        }
        return (tenant, action) -> given.of(action);
    }

    /** The secrets of each Action of an export. */
    SecretSource source(TenantFolder export) {
        return source(given(), export);
    }

    private static SecretSource source(Given given, TenantFolder export) {
        return (tenant, action) -> export.action(action).map(given::of).orElseGet(() -> given.of(action));
    }

    /** Refuses to go on where an Action declares a secret that has no value. */
    static void demand(List<FolderAction> actions, SecretSource source) {
        var missing = new ArrayList<String>();
        for (var action : actions) {
            var given = source.secrets(TenantId.of(FlowSource.TENANT), action.name());
            var names = action.secrets().missing(given.values().keySet());
            if (!names.isEmpty()) {
                missing.add(String.join(", ", names) + " of '" + action.name() + "'");
            }
        }
        if (!missing.isEmpty()) {
            throw new UsageException("secrets without a value: " + String.join("; ", missing)
                    + ". Give each with --secret NAME=value, or with --secrets FILE as {\"Action\": {\"NAME\":"
                    + " \"value\"}}; a ##MARKER## in the export takes its value from the environment too");
        }
    }

    private Given given() {
        var forAll = new HashMap<String, String>();
        var forOne = new HashMap<String, Map<String, String>>();
        for (var file : files) {
            if (!FlowSource.isExport(file)) {
                read(file, forAll, forOne);
            }
        }
        for (var secret : secrets) {
            var split = secret.indexOf('=');
            if (split < 1) {
                // What was given may be the secret itself, so it is not shown.
                throw new UsageException("--secret takes a name and a value, as in --secret KEY=value");
            }
            forAll.put(secret.substring(0, split), secret.substring(split + 1));
        }
        return new Given(forAll, forOne);
    }

    private static void read(Path file, Map<String, String> forAll, Map<String, Map<String, String>> forOne) {
        var json = FlowSource.json(file);
        if (!json.isObject()) {
            throw new UsageException(file + " is not a JSON object of secrets");
        }
        for (var entry : json.properties()) {
            if (entry.getValue().isObject()) {
                var own = forOne.computeIfAbsent(entry.getKey(), name -> new HashMap<>());
                entry.getValue()
                        .properties()
                        .forEach(secret -> own.put(secret.getKey(), text(file, secret.getValue())));
            } else {
                forAll.put(entry.getKey(), text(file, entry.getValue()));
            }
        }
    }

    private static String text(Path file, JsonNode value) {
        if (!value.isTextual()) {
            throw new UsageException(file + " has a secret that is not a string");
        }
        return value.asText();
    }
}
