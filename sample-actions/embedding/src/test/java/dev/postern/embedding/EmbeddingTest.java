package dev.postern.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.conformance.AdapterConformance;
import dev.postern.conformance.ConformanceTenant;
import dev.postern.conformance.Screen;
import dev.postern.conformance.Totp;
import dev.postern.conformance.UserBrowser;
import dev.postern.factor.Factor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sample passes the conformance kit, and does what else an identity server has to. */
final class EmbeddingTest extends AdapterConformance {

    private static final Pattern VERIFIER = Pattern.compile("code_verifier=(\\S+)");
    private static final Pattern LOGIN = Pattern.compile("http://localhost:8080(/authorize\\?\\S+)");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path ROOT = Path.of("../..");
    private static final Path SOURCES = Path.of("src/main/java/dev/postern/embedding");
    private static final Pattern JAVA = Pattern.compile("(?ms)^```java\n(.*?)^```$");
    private static final String CREATED = "2026-01-01T12:00:00.000Z";
    private static final MovingClock CLOCK = new MovingClock();

    /** Fewer than a real server has: the tests log in often. */
    private static final int ROUNDS = 1000;

    @TempDir
    private static Path home = Path.of("");

    private static EmbeddingServer server;

    @BeforeAll
    static void start() throws Exception {
        var folder = Files.createDirectory(home.resolve("acme"));
        ConformanceTenant.copyTo(folder);
        Files.writeString(folder.resolve("server.json"), settings().toString());
        server = start(0);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static EmbeddingServer start(int port) throws IOException, GeneralSecurityException {
        return new EmbeddingServer(home.resolve("acme"), home.resolve("state"), port, CLOCK);
    }

    private static ObjectNode settings() {
        var settings = MAPPER.createObjectNode();
        var client = settings.withObject("/clients/app").put("name", "App");
        client.putArray("redirect_uris").add(Application.CALLBACK);
        client.set("metadata", MAPPER.valueToTree(ConformanceTenant.CLIENT_METADATA));
        settings.set("secrets", MAPPER.valueToTree(ConformanceTenant.SECRETS));
        ConformanceTenant.USERS.forEach(user -> settings.withObject("/users").set(user.name(), user(user)));
        for (var name : List.of("kim", "leo")) {
            settings.withObject("/users").set(name, user(new ConformanceTenant.User(name, Map.of(), List.of())));
        }
        return settings;
    }

    private static ObjectNode user(ConformanceTenant.User user) {
        var json = MAPPER.createObjectNode();
        json.put("password", Proofs.passwordHash(ConformanceTenant.PASSWORD, ROUNDS, "salt of " + user.name()));
        user.roles().forEach(json.putArray("roles")::add);
        var profile = json.putObject("profile")
                .put("user_id", user.name())
                .put("username", user.name())
                .put("name", user.givenName() + " " + user.familyName())
                .put("email", user.email())
                .put("email_verified", true)
                .put("created_at", CREATED)
                .put("updated_at", CREATED);
        profile.putArray("identities");
        profile.putObject("app_metadata");
        profile.set("user_metadata", MAPPER.valueToTree(user.userMetadata()));
        return json;
    }

    @Override
    protected UserBrowser openBrowser() {
        return new SampleBrowser(server.issuer());
    }

    @Override
    protected void restartServer() {
        var port = URI.create(server.issuer()).getPort();
        server.close();
        try {
            server = start(port);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Instant now() {
        return CLOCK.instant();
    }

    @Override
    protected void letPass(Duration time) {
        CLOCK.letPass(time);
    }

    @Test
    void takesNoPasswordThatIsWrongAndNoneAtAllAfterMany() {
        try (var browser = new SampleBrowser(server.issuer())) {
            for (var i = 0; i < 5; i++) {
                assertEquals(new Screen.Failed(), browser.tryToLogIn("kim", "wrong", Map.of()));
            }
            assertEquals(new Screen.Failed(), browser.tryToLogIn("kim", ConformanceTenant.PASSWORD, Map.of()));
            assertEquals(new Screen.Failed(), browser.tryToLogIn("nobody", ConformanceTenant.PASSWORD, Map.of()));
            letPass(Duration.ofMinutes(6));
            assertInstanceOf(Screen.SignedIn.class, browser.logIn("kim", Map.of()));
        }
    }

    @Test
    void takesNoCodeAfterManyThatAreWrongAndThePasswordBringsNoMoreTries() {
        try (var browser = new SampleBrowser(server.issuer())) {
            var enrollment = (Screen.Enrollment) browser.logIn("leo", Map.of("try", "enroll"));
            assertInstanceOf(Screen.SignedIn.class, browser.enterCode(Totp.code(enrollment.secret(), now())));
            letPass(Duration.ofMinutes(1));
            for (var i = 0; i < 5; i++) {
                assertEquals(new Screen.Challenge(Factor.OTP), browser.logIn("leo", Map.of("try", "otp")));
                assertEquals(new Screen.Challenge(Factor.OTP), browser.enterCode("000000"));
            }
            var right = Totp.code(enrollment.secret(), now());
            assertEquals(new Screen.Challenge(Factor.OTP), browser.enterCode(right));
            letPass(Duration.ofMinutes(6));
            right = Totp.code(enrollment.secret(), now());
            assertInstanceOf(Screen.SignedIn.class, browser.enterCode(right));
        }
    }

    @Test
    void takesOneOfManyAnswersThatAreSentAtOnce() throws Exception {
        try (var browser = new SampleBrowser(server.issuer());
                var threads = Executors.newFixedThreadPool(8)) {
            browser.logIn("alice", Map.of("try", "form"));
            var start = new CountDownLatch(1);
            var answers = browser.twins(8).stream()
                    .map(twin -> threads.submit((Callable<Screen>) () -> {
                        start.await();
                        return twin.sendForm(Map.of("color", "red"));
                    }))
                    .toList();
            start.countDown();
            var signedIn = 0;
            for (var answer : answers) {
                signedIn += answer.get() instanceof Screen.SignedIn ? 1 : 0;
            }
            assertEquals(1, signedIn);
        }
    }

    @Test
    void tellsTheApplicationOfAUserWhoGivesUp() {
        try (var browser = new SampleBrowser(server.issuer())) {
            browser.logIn("alice", Map.of("try", "enroll"));
            assertEquals(
                    new Screen.Refused("access_denied", "the user has given up"), browser.send(Map.of("cancel", "")));
        }
    }

    @Test
    void sendsNobodyWhereNoApplicationIsAndGivesNoTokensWithoutItsVerifier() throws Exception {
        try (var browser = new SampleBrowser(server.issuer())) {
            var elsewhere = Map.of("redirect_uri", Application.CALLBACK + "/../evil");
            assertEquals(new Screen.Failed(), browser.logIn("alice", elsewhere));
            assertEquals(new Screen.Failed(), browser.logIn("alice", Map.of("client_id", "other")));
            assertEquals(
                    new Screen.Refused("invalid_request", ""),
                    browser.logIn("alice", Map.of("code_challenge_method", "plain")));

            assertEquals(new Screen.Refused("login_required", ""), browser.logIn("alice", Map.of("prompt", "none")));
            var stolen = assertThrows(
                    AssertionError.class,
                    () -> browser.logIn("alice", Map.of("code_challenge", "of-another-verifier")));
            assertTrue(String.valueOf(stolen.getMessage()).contains("invalid_grant"));

            browser.logIn("alice", Map.of());
            var given = Application.parameters(browser.address().getRawQuery());
            var again = browser.application()
                    .exchange(String.valueOf(given.get("code")), String.valueOf(given.get("state")));
            assertEquals(400, again.statusCode());
        }
    }

    @Test
    void isAsSmallAsItIsSaidToBe() throws IOException {
        var lines = Files.readAllLines(SOURCES.resolve("EmbeddingServer.java")).size();
        assertTrue(lines <= 200, lines + " lines");
    }

    @Test
    void isWhatTheDocumentShows() throws IOException {
        var sources = new StringBuilder();
        for (var folder : List.of(SOURCES, Path.of("src/test/java/dev/postern/embedding"))) {
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    sources.append(withoutIndent(Files.readString(file)));
                }
            }
        }
        var blocks = JAVA.matcher(Files.readString(ROOT.resolve("docs/embedding.md")))
                .results()
                .toList();
        assertFalse(blocks.isEmpty());
        for (var block : blocks) {
            var shown = withoutIndent(block.group(1));
            assertTrue(sources.indexOf(shown) >= 0, () -> "no source has\n" + shown);
        }
    }

    /** How far a line is indented depends on where it stands. */
    private static String withoutIndent(String code) {
        return code.lines().map(line -> line.strip() + "\n").collect(Collectors.joining());
    }

    /** The login that docs/embedding.md begins, and the verifier that it shows. */
    @Test
    void takesTheLoginOfTheDocument() throws Exception {
        var document = Files.readString(ROOT.resolve("docs/embedding.md"));
        var verifier = VERIFIER.matcher(document);
        assertTrue(verifier.find());
        var login = LOGIN.matcher(document);
        assertTrue(login.find());
        assertTrue(login.group(1).contains("code_challenge=" + Proofs.hash(verifier.group(1)) + "&"));
        try (var example = new EmbeddingServer(Path.of("example"), home.resolve("state of the document"), 0, CLOCK);
                var http = HttpClient.newHttpClient()) {
            var begun = http.send(
                    HttpRequest.newBuilder(URI.create(example.issuer() + login.group(1)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(begun.headers().firstValue("Location").orElse("").startsWith("/continue?"), begun::toString);
        }
    }

    /** What docs/embedding.md starts. */
    @Test
    void theExampleEnrollsAFactorAtTheFirstLogin() throws Exception {
        var state = home.resolve("state of the example");
        try (var example = new EmbeddingServer(Path.of("example"), state, 0, CLOCK);
                var browser = new SampleBrowser(example.issuer())) {
            var enrollment = (Screen.Enrollment) browser.logIn("alice", Map.of());
            var tokens = (Screen.SignedIn) browser.enterCode(Totp.code(enrollment.secret(), now()));
            assertEquals(
                    "[\"editor\"]",
                    tokens.idToken().path("https://acme.example/roles").toString());
            assertEquals(new Screen.Challenge(Factor.OTP), browser.logIn("alice", Map.of()));
        }
    }
}
