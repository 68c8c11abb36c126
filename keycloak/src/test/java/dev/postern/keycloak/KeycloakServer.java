package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the provider jar, the realms of {@code src/test/resources/realms} and the Actions of {@code tenants}. */
final class KeycloakServer implements AutoCloseable {

    static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPTION = "--spi-authenticator--postern-actions--";
    private static final Path RESOURCES = Path.of("src/test/resources");

    private static @Nullable Shared shared;

    private final Path home;
    private final int port;
    private final List<String> options;
    private Process process;

    private KeycloakServer(Path home, int port, List<String> options, Process process) {
        this.home = home;
        this.port = port;
        this.options = options;
        this.process = process;
    }

    /** The one that tests share, with the application and the mailbox that its realm knows; it ends with the process. */
    static synchronized Shared shared() throws Exception {
        var known = shared;
        if (known == null) {
            var mail = new GreenMail(new ServerSetup(Application.PORT + 1, "localhost", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            var server = start(
                    Files.createTempDirectory("keycloak"),
                    8180,
                    OPTION + "geo-country-code-header=X-Country",
                    OPTION + "cpu-ms=4000",
                    OPTION + "egress=localhost:" + Application.PORT + ",localhost:8180",
                    OPTION + "phone-authenticator=" + SmsAuthenticatorFactory.ID);
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            known = new Shared(server, new Application(), mail);
            shared = known;
        }
        return known;
    }

    /** A Keycloak and what stands around it. */
    record Shared(KeycloakServer keycloak, Application application, GreenMail mail) {}

    /** Unpacks it into this folder and starts it. */
    static KeycloakServer start(Path home, int port, String... options) throws Exception {
        copy(Path.of(requireNonNull(System.getProperty("keycloak.home"))), home);
        var providers = Files.createDirectories(home.resolve("providers"));
        Files.copy(Path.of(requireNonNull(System.getProperty("keycloak.provider"))), providers.resolve("postern.jar"));
        SmsAuthenticatorFactory.pack(providers.resolve("sms.jar"));
        copy(RESOURCES.resolve("realms"), home.resolve("data/import"));
        copy(RESOURCES.resolve("themes"), home.resolve("themes"));
        copy(RESOURCES.resolve("tenants"), home.resolve("postern"));
        var server = new KeycloakServer(home, port, List.of(options), launch(home, port, List.of(options)));
        server.awaitReady();
        return server;
    }

    private static Process launch(Path home, int port, List<String> options) throws IOException {
        var command = new ArrayList<>(
                List.of(home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--http-port=" + port));
        command.addAll(options);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("keycloak.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        return builder.start();
    }

    private void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(realm("acme"))).build();
            while (process.isAlive() && System.nanoTime() < end) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // not yet
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("Keycloak did not start: " + log());
    }

    /** Ends it as a crash would, and starts it anew. */
    void restart() throws Exception {
        stop();
        process = launch(home, port, options);
        awaitReady();
    }

    String realm(String name) {
        return "http://localhost:" + port + "/realms/" + name;
    }

    String log() throws IOException {
        return Files.readString(home.resolve("keycloak.log"));
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        stop();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
