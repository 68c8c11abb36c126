package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.cli.types.SecretNames;
import dev.postern.folder.ActionBundle;
import dev.postern.folder.DeclaredSecrets;
import dev.postern.folder.TenantFolder;
import dev.postern.tenant.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine.Option;

/** The options that give Actions their secrets. */
final class SecretsMixin {

    /** Before the name of a module that Actions share; no Action of an export is asked for by such a name. */
    private static final String MODULE = "actions:";

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

        /** The secrets of an Action, or a module, that declares them; what is given comes before what the files hold. */
        Secrets of(String name, DeclaredSecrets declared) {
            var all = new HashMap<>(forAll);
            if (declared.marker().isEmpty()) {
                all.keySet().retainAll(declared.names());
            }
            var own = new HashMap<>(declared.values().values());
            own.putAll(all);
            own.putAll(forOne.getOrDefault(name, Map.of()));
            return Secrets.of(own);
        }
    }

    /** The secrets of each Action. */
    SecretSource source(Map<String, String> environment) {
        for (var file : files) {
            if (FlowSource.isBundle(file)) {
                return source(ActionBundle.read(file)::declared);
            }
            if (FlowSource.isExport(file)) {
                return source(TenantFolder.read(file, environment)::declared);
            }
        }
        return source(name -> Optional.empty());
    }

    /** The secrets of each Action where this is what they declare. */
    SecretSource source(Function<String, Optional<DeclaredSecrets>> declared) {
        return new Declared(given(), declared);
    }

    /** What is given to those who declare it; of whom nothing is known, they get what is given for all and for them. */
    private record Declared(Given given, Function<String, Optional<DeclaredSecrets>> of) implements SecretSource {
        @Override
        public Secrets secrets(TenantId tenant, String action) {
            return of.apply(action).map(declared -> given.of(action, declared)).orElseGet(() -> given.of(action));
        }

        @Override
        public Secrets moduleSecrets(TenantId tenant, String module) {
            return secrets(tenant, MODULE + module);
        }
    }

    /** Refuses to go on where an Action, or a module that it requires, declares a secret that has no value. */
    static void demand(Map<String, DeclaredSecrets> declared, SecretSource source) {
        var tenant = TenantId.of(FlowSource.TENANT);
        var missing = new ArrayList<String>();
        declared.forEach((name, secrets) -> {
            var given = name.startsWith(MODULE)
                    ? source.moduleSecrets(tenant, name.substring(MODULE.length()))
                    : source.secrets(tenant, name);
            var names = secrets.missing(given.values().keySet());
            if (!names.isEmpty()) {
                missing.add(String.join(", ", names) + " of '" + name + "'");
            }
        });
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
            if (!FlowSource.isBundle(file) && !FlowSource.isExport(file)) {
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
