package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.ActionVersion;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import dev.postern.tenant.MfaPolicy;
import dev.postern.tenant.NothingToEnroll;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One folder of {@code src/test/cases/<trigger>}: {@code N-name.js} are the Actions in order, {@code event.json} the
 * event, {@code settings.json} the tenant's settings and secrets if they are not the defaults, {@code expected.json} what
 * the start gives, and {@code N-resume.json} with {@code N-expected.json} the second step and those after it.
 */
record Case(Path folder) {

    static final ObjectMapper MAPPER = new ObjectMapper();

    static Stream<Case> all() {
        var root = Path.of("src/test/cases");
        try (var folders =
                Files.find(root, 2, (path, attributes) -> root.relativize(path).getNameCount() == 2)) {
            return folders.sorted().map(Case::new).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return triggerId() + "/" + folder.getFileName();
    }

    Trigger trigger() {
        return Trigger.find(triggerId()).orElseThrow();
    }

    private String triggerId() {
        return folder.getName(folder.getNameCount() - 2).toString();
    }

    Flow flow() {
        try (var files = Files.list(folder)) {
            var actions = files.filter(file -> file.toString().endsWith(".js"))
                    .sorted()
                    .map(file -> ActionVersion.of(file.getFileName().toString(), text(file)))
                    .toList();
            return new Flow(tenant(), trigger(), actions);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Event event() {
        return Flows.merged(trigger(), (ObjectNode) json("event.json"));
    }

    SecretSource secrets() {
        var secrets = settings().path("secrets");
        return (tenant, action) -> Secrets.of(secrets.path(action).properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asText())));
    }

    /** How many steps there are: the start, and each resume. */
    int steps() {
        var steps = 1;
        while (Files.exists(folder.resolve((steps + 1) + "-resume.json"))) {
            steps++;
        }
        return steps;
    }

    /** What the user has done; RESUME_TOKEN in the file stands for the token, and a redirect comes back with it. */
    Resumption resumption(int step, String token) {
        var json = (ObjectNode) read(
                step + "-resume.json",
                text(folder.resolve(step + "-resume.json")).replace("RESUME_TOKEN", token));
        var members = json.path("request") instanceof ObjectNode given ? given : MAPPER.createObjectNode();
        if (json.has("redirect")) {
            members.withObject("/query").put("state", token);
        }
        var request = Request.of(members);
        if (json.has("challenge")) {
            var factor = json.path("challenge").asText();
            return new Resumption.Challenge(factor.equals("duo") ? null : Factor.parse(factor), request);
        }
        if (json.has("enrollment")) {
            return new Resumption.Enrollment(
                    Factor.parse(json.path("enrollment").asText()), request);
        }
        if (json.get("prompt") instanceof ObjectNode fields) {
            return new Resumption.Prompt(fields, json.withObject("/vars"), request);
        }
        return json.has("failed")
                ? new Resumption.Failed(json.path("failed").asText(), request)
                : new Resumption.Redirect(request);
    }

    String expected(int step) {
        return pretty(json(expectedFile(step)));
    }

    void update(int step, String document) {
        try {
            Files.writeString(folder.resolve(expectedFile(step)), document + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String pretty(JsonNode json) {
        return json.toPrettyString();
    }

    /** The names that a folder may hold. */
    List<String> knownFiles() {
        var steps = steps();
        return Stream.concat(
                        Stream.of("event.json", "settings.json", "expected.json"),
                        Stream.iterate(2, step -> step <= steps, step -> step + 1)
                                .flatMap(step -> Stream.of(step + "-resume.json", step + "-expected.json")))
                .toList();
    }

    private static String expectedFile(int step) {
        return step == 1 ? "expected.json" : step + "-expected.json";
    }

    private Tenant tenant() {
        var settings = settings();
        var tenant = Tenant.of("acme");
        if (settings.has("mfa_policy")) {
            tenant = tenant.withMfaPolicy(
                    MfaPolicy.valueOf(settings.path("mfa_policy").asText().toUpperCase(Locale.ROOT)));
        }
        if (settings.has("nothing_to_enroll")) {
            tenant = tenant.withNothingToEnroll(NothingToEnroll.valueOf(
                    settings.path("nothing_to_enroll").asText().toUpperCase(Locale.ROOT)));
        }
        if (settings.has("factors")) {
            tenant = tenant.withFactors(
                    StreamSupport.stream(settings.path("factors").spliterator(), false)
                            .map(factor -> Factor.parse(factor.asText()))
                            .collect(Collectors.toSet()));
        }
        if (settings.has("cache_bytes")) {
            tenant = tenant.withCacheBytes(settings.path("cache_bytes").intValue());
        }
        if (settings.has("saml_chars")) {
            tenant = tenant.withSamlChars(settings.path("saml_chars").intValue());
        }
        return tenant;
    }

    private JsonNode settings() {
        return Files.exists(folder.resolve("settings.json")) ? json("settings.json") : MAPPER.createObjectNode();
    }

    JsonNode json(String file) {
        return read(file, text(folder.resolve(file)));
    }

    private JsonNode read(String file, String json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " of " + name(), e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
