package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Keycloak with the provider jar, the realms of {@code src/test/resources/realms} and the Actions of {@code tenants}. */
final class KeycloakServer implements AutoCloseable {

    static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Path RESOURCES = Path.of("src/test/resources");

    private final Path home;
    private final int port;
    private final List<String> arguments;
    private @Nullable Process process;

    private KeycloakServer(Path home, int port, List<String> arguments) {
        this.home = home;
        this.port = port;
        this.arguments = arguments;
    }

    /** Unpacks one for development into this folder and starts it. */
    static KeycloakServer start(Path home, int port, String... options) throws Exception {
        unpack(home);
        var server = new KeycloakServer(home, port, command("start-dev", port, options));
        server.launch();
        server.awaitReady();
        return server;
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

    private static void unpack(Path home) throws IOException {
        copy(Path.of(requireNonNull(System.getProperty("keycloak.home"))), home);
        var providers = Files.createDirectories(home.resolve("providers"));
        Files.copy(Path.of(requireNonNull(System.getProperty("keycloak.provider"))), providers.resolve("postern.jar"));
        copy(RESOURCES.resolve("realms"), home.resolve("data/import"));
        copy(RESOURCES.resolve("themes"), home.resolve("themes"));
        copy(RESOURCES.resolve("tenants"), home.resolve("postern"));
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
        // It starts faster so, and does not run for long.
        builder.environment().put("JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1");
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

    String log() throws IOException {
        return Files.readString(home.resolve("keycloak.log"));
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

    private static void copy(Path from, Path to) throws IOException {
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
