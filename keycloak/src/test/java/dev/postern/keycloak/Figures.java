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
 * What three Actions add to a login: measures logins by password in two realms of one Keycloak, the one with the Actions and
 * the other with Keycloak's own flow, in turns. It asserts nothing but that they log in; it prints.
 */
final class Figures {

    private static final List<String> USERS = List.of("alice", "bob");
    private static final int TURNS = 6;
    private static final int LOGINS = 20;
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
        realm(folder, "three", realm -> {});
        realm(folder, "none", realm -> realm.put("browserFlow", "browser"));
        KeycloakServer.copy(folder.resolve("postern/acme"), folder.resolve("postern/three"));
        Files.writeString(folder.resolve("postern/three/triggers/triggers.json"), THREE);
        try (var keycloak = KeycloakServer.startToMeasure(folder, 8180)) {
            var with = keycloak.realm("three");
            var without = keycloak.realm("none");
            measure(with, LOGINS * 10, 2);
            measure(without, LOGINS * 10, 2);
            var figures = new ArrayList<String>();
            for (var threads : new int[] {1, 2}) {
                var times = Map.of(with, new ArrayList<Long>(), without, new ArrayList<Long>());
                var nanos = new long[2];
                for (var turn = 0; turn < TURNS; turn++) {
                    nanos[0] += timed(() -> requireNonNull(times.get(with)).addAll(measure(with, LOGINS, threads)));
                    nanos[1] +=
                            timed(() -> requireNonNull(times.get(without)).addAll(measure(without, LOGINS, threads)));
                }
                figures.add(figures("three Actions", threads, requireNonNull(times.get(with)), nanos[0]));
                figures.add(figures("none", threads, requireNonNull(times.get(without)), nanos[1]));
            }
            figures.forEach(System.out::println);
        } catch (Exception e) {
            throw new AssertionError(Files.readString(folder.resolve("keycloak.log")), e);
        }
    }

    private static void realm(Path keycloak, String name, Consumer<ObjectNode> change) throws IOException {
        var folder = keycloak.resolve("data/import");
        var realm = (ObjectNode)
                new ObjectMapper().readTree(folder.resolve("acme.json").toFile());
        change.accept(realm);
        Files.writeString(folder.resolve(name + ".json"), KeycloakServer.named(realm, name));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static long timed(Work work) throws Exception {
        var start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static String figures(String name, int threads, List<Long> nanos, long all) {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                "%-14s %d at once: p50 %.1f ms, p99 %.1f ms, %.0f logins/s",
                name,
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
