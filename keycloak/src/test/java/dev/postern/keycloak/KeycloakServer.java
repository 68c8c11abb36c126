package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.postern.conformance.ConformanceTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the provider jar, the realms of {@code src/test/resources/realms} and the Actions of {@code tenants}. */
final class KeycloakServer implements AutoCloseable {

    static final String ADMIN = "admin";

    /** The realm of the conformance kit's tenant. */
    static final String CONFORMANCE = "conformance";

    /** Who has an account there, and none in the realm of the other tests. */
    static final String PARTNER = "oscar";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String OPTION = "--spi-authenticator--postern-actions--";

    /** It starts faster so, and does not run for long. */
    private static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";

    private static final Path RESOURCES = Path.of("src/test/resources");

    private static @Nullable Shared shared;

    private final Path home;
    private final int port;
    private final List<String> arguments;
    private String jvmOptions = SHORT_LIFE;
    private @Nullable Process process;

    private KeycloakServer(Path home, int port, List<String> arguments) {
        this.home = home;
        this.port = port;
        this.arguments = arguments;
    }

    /** The one that tests share, with the application and the mailbox that its realm knows; it ends with the process. */
    static synchronized Shared shared() throws Exception {
        var known = shared;
        if (known == null) {
            var mail = new GreenMail(new ServerSetup(Application.PORT + 1, "localhost", ServerSetup.PROTOCOL_SMTP));
            mail.start();
            var postgres = Postgres.start();
            var home = Files.createTempDirectory("keycloak");
            var vault = Files.createDirectories(home.resolve("vault"));
            for (var action : ConformanceTenant.SECRETS.entrySet()) {
                for (var secret : action.getValue().entrySet()) {
                    var name = CONFORMANCE + "_" + action.getKey() + "." + secret.getKey();
                    Files.writeString(vault.resolve(name), secret.getValue());
                }
            }
            var server = start(
                    home.resolve("server"),
                    8180,
                    "--db=postgres",
                    "--db-url=" + postgres.url(),
                    "--db-username=" + Postgres.USER,
                    "--db-password=none",
                    "--features=stateless",
                    "--vault=file",
                    "--vault-dir=" + vault,
                    OPTION + "geo-country-code-header=X-Country",
                    OPTION + "cpu-ms=4000",
                    OPTION + "egress=localhost:" + Application.PORT + ",localhost:8180",
                    OPTION + "phone-authenticator=" + SmsAuthenticatorFactory.ID);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                server.close();
                postgres.close();
            }));
            known = new Shared(server, Application.shared(), mail);
            shared = known;
        }
        return known;
    }

    /** A Keycloak and what stands around it. */
    record Shared(KeycloakServer keycloak, Application application, GreenMail mail) {}

    /** Unpacks one for development into this folder and starts it. */
    static KeycloakServer start(Path home, int port, String... options) throws Exception {
        unpack(home);
        return new KeycloakServer(home, port, command("start-dev", port, options)).ready();
    }

    /** Starts one that was unpacked into this folder, on the JVM as Keycloak has it. */
    static KeycloakServer startToMeasure(Path home, int port) throws Exception {
        var server = new KeycloakServer(home, port, command("start-dev", port));
        server.jvmOptions = "";
        return server.ready();
    }

    private KeycloakServer ready() throws Exception {
        launch();
        awaitReady();
        return this;
    }

    /** Unpacks one for production into this folder and builds it, for nodes to be copied from it. */
    static void build(Path home, String... options) throws Exception {
        unpack(home);
        var arguments = new ArrayList<>(List.of("build"));
        arguments.addAll(List.of(options));
        var server = new KeycloakServer(home, 0, arguments);
        server.launch();
        if (server.process().waitFor() != 0) {
            throw new IllegalStateException("Keycloak was not built: " + server.log());
        }
    }

    /** Copies a built one into this folder and starts it, and does not wait for it. */
    static KeycloakServer launchNode(Path built, Path home, int port, String... options) throws IOException {
        copy(built, home);
        var arguments = command("start", port, options);
        arguments.add("--optimized");
        var server = new KeycloakServer(home, port, arguments);
        server.launch();
        return server;
    }

    static void unpack(Path home) throws IOException {
        copy(Path.of(requireNonNull(System.getProperty("keycloak.home"))), home);
        var providers = Files.createDirectories(home.resolve("providers"));
        Files.copy(Path.of(requireNonNull(System.getProperty("keycloak.provider"))), providers.resolve("postern.jar"));
        SmsAuthenticatorFactory.pack(providers.resolve("sms.jar"));
        copy(RESOURCES.resolve("realms"), home.resolve("data/import"));
        copy(RESOURCES.resolve("themes"), home.resolve("themes"));
        copy(RESOURCES.resolve("tenants"), home.resolve("postern"));
        Files.writeString(home.resolve("data/import/" + CONFORMANCE + ".json"), conformance());
        ConformanceTenant.copyTo(home.resolve("postern").resolve(CONFORMANCE));
    }

    /** The realm of the tests with the users of the conformance kit. */
    private static String conformance() throws IOException {
        var mapper = new ObjectMapper();
        var realm = (ObjectNode)
                mapper.readTree(RESOURCES.resolve("realms/acme.json").toFile());
        for (var step : realm.path("authenticatorConfig")) {
            if (step.path("alias").asText().equals("actions of acme")) {
                ((ObjectNode) step.path("config")).put("postern-isolation", "process");
            }
        }
        realm.remove(List.of("organizations", "identityProviders"));
        var users = realm.putArray("users");
        var all = new ArrayList<>(ConformanceTenant.USERS);
        all.add(new ConformanceTenant.User(PARTNER, Map.of(), List.of()));
        for (var user : all) {
            var json = users.addObject();
            json.put("username", user.name()).put("enabled", true);
            json.put("email", user.email()).put("emailVerified", true);
            json.put("firstName", user.givenName()).put("lastName", user.familyName());
            json.putArray("credentials").addObject().put("type", "password").put("value", ConformanceTenant.PASSWORD);
            var attributes = json.putObject("attributes");
            user.userMetadata()
                    .forEach((name, value) ->
                            attributes.putArray("user_metadata." + name).add(String.valueOf(value)));
            user.roles().forEach(json.putArray("realmRoles")::add);
        }
        return named(realm, CONFORMANCE);
    }

    /** A realm of this name, with ids of its own. */
    static String named(ObjectNode realm, String name) {
        return realm.put("realm", name).toString().replace("\"step-up\"", "\"" + name + "-step-up\"");
    }

    private static List<String> command(String name, int port, String... options) {
        var arguments = new ArrayList<>(List.of(name, "--import-realm", "--http-port=" + port));
        arguments.addAll(List.of(options));
        return arguments;
    }

    /** Starts it, or starts it anew, and does not wait for it. */
    void launch() throws IOException {
        var command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("keycloak.log").toFile()));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
        builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
        builder.environment().put("JAVA_OPTS_APPEND", jvmOptions);
        process = builder.start();
    }

    private Process process() {
        return requireNonNull(process);
    }

    void awaitReady() throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(realm("acme"))).build();
            while (process().isAlive() && System.nanoTime() < end) {
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

    String realm(String name) {
        return "http://localhost:" + port + "/realms/" + name;
    }

    /** The folder of a realm's Actions. */
    Path tenant(String realm) {
        return home.resolve("postern").resolve(realm);
    }

    String log() throws IOException {
        return Files.readString(home.resolve("keycloak.log"));
    }

    /** Whether Actions run in processes of their own. */
    boolean hasWorkers() {
        return process()
                .descendants()
                .anyMatch(process -> process.info().commandLine().orElse("").contains("WorkerMain"));
    }

    /** Ends it as a crash would. */
    void kill() {
        var ended = process();
        ended.descendants().forEach(ProcessHandle::destroyForcibly);
        ended.destroyForcibly();
        ended.onExit().join();
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        kill();
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                var target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    // A built server looks at the times of its providers.
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
