package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.cli.types.SecretNames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
            description = "A JSON file of secrets: {\"K\":\"V\"}, or {\"name.js\":{\"K\":\"V\"}} for one Action.")
    private @Nullable Path secretsFile;

    /** As if only {@code --secrets} had been given. */
    static SecretsMixin of(Path file) {
        var mixin = new SecretsMixin();
        mixin.secretsFile = file;
        return mixin;
    }

    /** Of all Actions and of single ones, by their names. */
    private record Given(Map<String, String> forAll, Map<String, Map<String, String>> forOne) {}

    /** The secrets of each Action; its own come before those of all. */
    SecretSource source() {
        var given = given();
        return (tenant, action) -> {
            var all = new HashMap<>(given.forAll());
            all.putAll(given.forOne().getOrDefault(action, Map.of()));
            return Secrets.of(all);
        };
    }

    /** What they are called, without their values. */
    SecretNames names() {
        var given = given();
        var ofOne = new HashMap<String, Set<String>>();
        given.forOne().forEach((action, own) -> ofOne.put(action, own.keySet()));
        return new SecretNames(given.forAll().keySet(), ofOne);
    }

    private Given given() {
        var forAll = new HashMap<String, String>();
        var forOne = new HashMap<String, Map<String, String>>();
        if (secretsFile != null) {
            var json = FlowSource.json(secretsFile);
            if (!json.isObject()) {
                throw new UsageException(secretsFile + " is not a JSON object of secrets");
            }
            for (var entry : json.properties()) {
                if (entry.getValue().isObject()) {
                    var own = forOne.computeIfAbsent(entry.getKey(), name -> new HashMap<>());
                    entry.getValue().properties().forEach(secret -> own.put(secret.getKey(), text(secret.getValue())));
                } else {
                    forAll.put(entry.getKey(), text(entry.getValue()));
                }
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

    private String text(JsonNode value) {
        if (!value.isTextual()) {
            throw new UsageException(secretsFile + " has a secret that is not a string");
        }
        return value.asText();
    }
}
