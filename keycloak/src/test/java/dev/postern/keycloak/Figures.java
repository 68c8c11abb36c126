package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What three Actions add to a login: measures logins by password in three realms of one Keycloak in turns: with three Actions,
 * with the step and no Actions, and with Keycloak's own flow. It asserts nothing but that they log in; it prints.
 *
 * <p>Passwords are hashed once, so that it is not the hash that is measured; {@code -Dfigures.passwordPolicy=} has Keycloak hash
 * them as it does by default.
 */
final class Figures {

    private static final List<String> USERS = List.of("alice", "bob");
    private static final List<String> REALMS = List.of("three", "step", "none");
    private static final String FAST = "hashAlgorithm(pbkdf2-sha256) and hashIterations(1)";
    private static final int WARM_UP = 1000;
    private static final int TURNS = 6;
    private static final int LOGINS = 100;
    private static final String THREE = """
            {"post-login": [{"action_name": "claims"}, {"action_name": "codes"}, {"action_name": "after"}]}
            """;
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    @TempDir
    private Path home;

    @Test
    void prints() throws Exception {
        var folder = home.resolve("keycloak");
        KeycloakServer.unpack(folder);
        realm(folder, "three", THREE, realm -> {});
        realm(folder, "step", "{}", realm -> {});
        realm(folder, "none", "{}", realm -> realm.put("browserFlow", "browser"));
        try (var keycloak = KeycloakServer.startToMeasure(folder, 8180)) {
            var realms = REALMS.stream().map(keycloak::realm).toList();
            for (var realm : realms) {
                measure(realm, WARM_UP, 2);
            }
            for (var threads : new int[] {1, 2}) {
                var times = new HashMap<String, List<Long>>();
                var nanos = new HashMap<String, Long>();
                for (var turn = 0; turn < TURNS; turn++) {
                    for (var realm : realms) {
                        var start = System.nanoTime();
                        times.computeIfAbsent(realm, name -> new ArrayList<>()).addAll(measure(realm, LOGINS, threads));
                        nanos.merge(realm, System.nanoTime() - start, Long::sum);
                    }
                }
                for (var realm : realms) {
                    print(realm, threads, requireNonNull(times.get(realm)), requireNonNull(nanos.get(realm)));
                }
            }
        } catch (Exception e) {
            throw new AssertionError(Files.readString(folder.resolve("keycloak.log")), e);
        }
    }

    private static void realm(Path keycloak, String name, String triggers, Consumer<ObjectNode> change)
            throws IOException {
        var actions = keycloak.resolve("postern").resolve(name);
        KeycloakServer.copy(keycloak.resolve("postern/acme"), actions);
        Files.writeString(actions.resolve("triggers/triggers.json"), triggers);
        var folder = keycloak.resolve("data/import");
        var realm = (ObjectNode)
                new ObjectMapper().readTree(folder.resolve("acme.json").toFile());
        realm.remove(
                List.of("organizationsEnabled", "organizations")); // Keycloak's own flow asks for the name first then
        realm.put("passwordPolicy", System.getProperty("figures.passwordPolicy", FAST));
        change.accept(realm);
        Files.writeString(folder.resolve(name + ".json"), KeycloakServer.named(realm, name));
    }

    private static void print(String realm, int threads, List<Long> nanos, long all) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-40s %d at once: p50 %.1f ms, p99 %.1f ms, %.1f logins/s%n",
                realm,
                threads,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 99 / 100] / 1e6,
                sorted.length * 1e9 / all);
    }

    private static List<Long> measure(String realm, int logins, int threads) throws Exception {
        var left = new AtomicInteger(logins);
        var times = Collections.synchronizedList(new ArrayList<Long>());
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var runs = new ArrayList<Future<?>>();
            for (var thread = 0; thread < threads; thread++) {
                var user = USERS.get(thread);
                runs.add(pool.submit(() -> {
                    while (left.getAndDecrement() > 0) {
                        var start = System.nanoTime();
                        logIn(realm, user);
                        times.add(System.nanoTime() - start);
                    }
                    return null;
                }));
            }
            for (var run : runs) {
                run.get();
            }
        }
        return times;
    }

    /** A login as a browser does it, to the code for the application. */
    private static void logIn(String realm, String user) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var page = http.send(
                    HttpRequest.newBuilder(URI.create(Application.login(realm, Map.of())))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var action = ACTION.matcher(page.body());
            if (!action.find()) {
                throw new IllegalStateException(page.body());
            }
            // As browsers do for localhost, Secure or not.
            var cookies = page.headers().allValues("Set-Cookie").stream()
                    .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                    .collect(Collectors.joining("; "));
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                            .header("Cookie", cookies)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .timeout(Duration.ofSeconds(30))
                            .POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password=wonder"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            var to = answer.headers().firstValue("Location").orElse("");
            if (!to.startsWith(Application.CALLBACK) || !to.contains("code=")) {
                throw new IllegalStateException(realm + " " + answer.statusCode() + " " + to + answer.body());
            }
        }
    }
}
