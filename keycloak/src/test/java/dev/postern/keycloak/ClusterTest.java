package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.keycloak.Application.Tokens;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Logins that pause at one of two nodes, which have a database and a folder of state in common. */
final class ClusterTest extends KeycloakTest {

    private static final int PORT = 8190;

    @TempDir
    private static Path home;

    private static Postgres postgres;
    private static LoadBalancer balancer;
    private static KeycloakServer one;
    private static KeycloakServer two;

    /** In place of the one that the other tests share. */
    @BeforeAll
    static void start() throws Exception {
        application = Application.shared();
        balancer = new LoadBalancer(PORT);
        realm = "http://localhost:" + PORT + "/realms/acme";
        postgres = Postgres.start();
        var built = home.resolve("built");
        KeycloakServer.build(built, "--db=postgres", "--features=stateless");
        one = launchNode(built, "one", 8192);
        two = launchNode(built, "two", 8193);
        one.awaitReady();
        two.awaitReady();
    }

    private static KeycloakServer launchNode(Path built, String name, int port) throws Exception {
        return KeycloakServer.launchNode(
                built,
                home.resolve(name),
                port,
                "--hostname=http://localhost:" + PORT,
                "--http-enabled=true",
                "--proxy-headers=xforwarded",
                "--db-url=" + postgres.url(),
                "--db-username=" + Postgres.USER,
                "--db-password=none",
                "--cache-embedded-network-bind-address=127.0.0.1",
                "--spi-authenticator--postern-actions--state=" + home.resolve("state"));
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable part : new AutoCloseable[] {one, two, postgres, balancer}) {
            if (part != null) {
                part.close();
            }
        }
    }

    @BeforeEach
    void sendToTheFirst() {
        balancer.sendTo(one.port());
    }

    @Test
    void goesOnAtTheOtherNode() throws Exception {
        var secret = enroll("carol");
        begin("carol", Map.of("try", "otp"));
        browser.find("#otp");

        balancer.sendTo(two.port());
        browser.answer(nextCode(secret));

        assertEquals("[\"pwd\",\"mfa otp\"]", methods(tokens()));
    }

    @Test
    void takesABrowserThatComesBackToTheOtherNode() throws Exception {
        begin("alice", Map.of("try", "redirect", "to", Application.ELSEWHERE));
        var state = browser.atApplication(Application.ELSEWHERE).get("state");

        balancer.sendTo(two.port());
        browser.go(realm + "/postern/continue?answer=yes&state=" + state);

        assertEquals(
                "{\"answer\":\"yes\"}", tokens().idToken().path(CLAIM + "back").toString());
    }

    @Test
    void goesOnOnceAfterAllNodesWereKilled() throws Exception {
        begin("alice", Map.of("try", "form"));
        var slow = answer("color", "slow");
        newBrowser();
        var secret = enroll("dave");
        begin("dave", Map.of("try", "otp"));
        browser.find("#otp");

        killDuring(slow);
        one.launch();
        two.launch();
        one.awaitReady();
        two.awaitReady();

        // What was killed in the middle of an answer has been answered; what waited goes on waiting.
        assertEquals(0, signedIn(slow.both()));
        var code = nextCode(secret);
        var again = answer("otp", code);
        browser.answer(code);

        assertEquals("[\"pwd\",\"mfa otp\"]", methods(tokens()));
        assertEquals(0, signedIn(again.both()));
    }

    @Test
    void goesOnOnceWhereBothNodesGetTheAnswer() throws Exception {
        var secret = enroll("erin");
        begin("erin", Map.of("try", "otp"));
        browser.find("#otp");
        assertEquals(1, signedIn(answer("otp", nextCode(secret)).both()));

        // Keycloak itself takes a code once, but knows nothing of forms.
        for (var round = 0; round < 3; round++) {
            newBrowser();
            begin("alice", Map.of("try", "form"));
            browser.find("#color");
            assertEquals(1, signedIn(answer("color", "red").both()));
        }
    }

    /** An answer to the page that the browser shows, which need not be the browser's. */
    private record Answer(URI action, String cookies, String body) {

        /** Has both nodes answer at once. */
        List<HttpResponse<String>> both() {
            try (var http = HttpClient.newHttpClient()) {
                var answers = List.of(send(http, one), send(http, two));
                return answers.stream().map(CompletableFuture::join).toList();
            }
        }

        private CompletableFuture<HttpResponse<String>> send(HttpClient http, KeycloakServer node) {
            var address = action.toString().replace(":" + PORT + "/", ":" + node.port() + "/");
            var request = HttpRequest.newBuilder(URI.create(address))
                    .header("Cookie", cookies)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            return http.sendAsync(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private Answer answer(String field, String value) {
        var action = requireNonNull(browser.find("form[method=post]").getAttribute("action"));
        var body = field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
        return new Answer(URI.create(action), browser.cookies(), body);
    }

    private static long signedIn(List<HttpResponse<String>> answers) {
        return answers.stream()
                .flatMap(answer -> answer.headers().firstValue("Location").stream())
                .filter(location -> location.startsWith(Application.CALLBACK) && location.contains("code="))
                .count();
    }

    /** Kills all nodes while the Actions run that go on after this answer. */
    private static void killDuring(Answer answer) throws Exception {
        var used = "select count(*) from single_use_object where id like 'postern-consumed-%'";
        var before = postgres.query(used);
        try (var http = HttpClient.newHttpClient()) {
            var lost = answer.send(http, one);
            while (postgres.query(used).equals(before)) {
                assertFalse(lost.isDone(), () -> lost.join().body());
                Thread.sleep(100);
            }
            one.kill();
            two.kill();
            assertThrows(CompletionException.class, lost::join);
        }
    }

    private String enroll(String user) throws Exception {
        begin(user, Map.of("try", "enroll"));
        var secret = browser.enrollOtp();
        tokens();
        newBrowser();
        return secret;
    }

    private static String methods(Tokens tokens) throws Exception {
        return tokens.accessToken().path(CLAIM + "after").toString();
    }
}
