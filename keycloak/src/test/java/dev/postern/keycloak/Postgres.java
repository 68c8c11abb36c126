package dev.postern.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A PostgreSQL of Debian's package, with an empty database of its own that is gone with it. */
final class Postgres implements AutoCloseable {

    static final String USER = "keycloak";

    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String OWNER = "postgres";

    private final Path programs;
    private final Path folder;
    private final int port;

    private Postgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    static Postgres start() throws IOException {
        // No folder of JUnit's: the server runs as a user of its own where the tests run as root, whom it refuses.
        var folder = Files.createTempDirectory("postgres");
        var server = new Postgres(programs(), folder, freePort());
        if (isRoot()) {
            var users = folder.getFileSystem().getUserPrincipalLookupService();
            Files.setOwner(folder, users.lookupPrincipalByName(OWNER));
        }
        server.run(
                "initdb",
                server.data(),
                "--username=" + USER,
                "--auth=trust",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
        server.run(
                "pg_ctl",
                "start",
                server.data(),
                "--wait",
                "--log=" + folder.resolve("log"),
                "--options=-p " + server.port + " -c listen_addresses=localhost -c unix_socket_directories=" + folder);
        return server;
    }

    private static Path programs() throws IOException {
        try (var versions = Files.newDirectoryStream(INSTALLED)) {
            for (var version : versions) {
                var programs = version.resolve("bin");
                if (Files.isExecutable(programs.resolve("initdb"))) {
                    return programs;
                }
            }
        }
        throw new IOException("no PostgreSQL in " + INSTALLED);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** What a query of one value gives. */
    String query(String sql) throws IOException {
        return run("psql", "--host=" + folder, "--port=" + port, "--username=" + USER, "--dbname=postgres", "-Atc", sql)
                .strip();
    }

    private String run(String program, String... options) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups"));
        }
        command.addAll(List.of(programs.resolve(program).toString()));
        command.addAll(List.of(options));
        var out = Files.createTempFile("postgres", ".out");
        try {
            // Into a file: the server inherits it, and a pipe would never end.
            var process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
            if (process.onExit().join().exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(out));
            }
            return Files.readString(out);
        } finally {
            Files.delete(out);
        }
    }

    private String data() {
        return "--pgdata=" + folder.resolve("data");
    }

    String url() {
        return "jdbc:postgresql://localhost:" + port + "/postgres";
    }

    @Override
    public void close() {
        try {
            stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void stop() throws IOException {
        run("pg_ctl", "stop", data(), "--mode=immediate");
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
