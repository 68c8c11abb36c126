package dev.postern.sandbox;

import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts worker processes: the same JVM as this one with a class path of the engine alone, none of its environment, no files
 * but those, and as few privileges as the platform lets it give away. A worker proves by a secret that it is the one that was
 * started.
 */
final class WorkerLaunch implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final int SECRET_BYTES = 32;
    private static final int NAME_CHARS = 24; // the path of a socket has room for some 100 octets
    private static final List<String> OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:MaxMetaspaceSize=192m",
            "-XX:MaxDirectMemorySize=8m",
            "-XX:-UsePerfData",
            "-XX:+DisableAttachMechanism",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=/dev/null",
            "-Djava.awt.headless=true");
    /** Nothing of the host's. The JVM takes from the locale which characters a path, and so a module's name, can have. */
    private static final Map<String, String> ENVIRONMENT = Map.of("LC_ALL", "C.UTF-8");

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A process that runs one flow and ends has no use for an archive. */
    private static final int ARCHIVE_AFTER = 12;

    private static final long HURRY_AGAIN_NANOS = Duration.ofMillis(500).toNanos();

    private volatile @Nullable Place place;
    private volatile @Nullable Process starting;
    private volatile long hurriedAt = System.nanoTime() - HURRY_AGAIN_NANOS;
    private int started;

    private record Place(WorkerFolder folder, WorkerPrivileges privileges, WorkerArchive archive) {
        static Place make(WorkerSettings settings) throws IOException {
            var folder = WorkerFolder.make();
            return new Place(
                    folder, WorkerPrivileges.ofThisPlatform(folder, settings), new WorkerArchive(folder.archive()));
        }

        Process start(List<String> prefix, WorkerSettings settings, List<String> options, String... arguments)
                throws IOException {
            var command = new ArrayList<>(prefix);
            command.add(JAVA);
            command.add("-Xmx" + settings.heapMegabytes() + "m");
            command.addAll(OPTIONS);
            command.addAll(options);
            command.addAll(List.of("-cp", folder.classPath(), WorkerMain.class.getName()));
            command.addAll(List.of(arguments));
            return builder(command).start();
        }
    }

    /** A process with nothing of this one's. */
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(ENVIRONMENT);
        return builder;
    }

    /**
     * Starts a worker and waits until it is ready. Called by one thread.
     *
     * @param bootstrap that it will be asked for first, if known
     * @throws IOException if it does not start in time
     */
    WorkerProcess start(Platform platform, WorkerSettings settings, @Nullable Script bootstrap) throws IOException {
        var begun = System.nanoTime();
        var late = begun + settings.toStart().toNanos() / 2;
        var deadline = begun + settings.toStart().toNanos();
        var at = place;
        if (at == null) {
            at = Place.make(settings);
            place = at;
        }
        var number = started++;
        if (number == ARCHIVE_AFTER) {
            var trainer = at;
            at.archive()
                    .begin(options ->
                            trainer.start(trainer.privileges().behindOthers(), settings, options, WorkerMain.TRAIN));
        }
        var socket = at.folder().path().resolve(secret().substring(0, NAME_CHARS));
        var secret = secret();
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            at.privileges().open(socket, number);
            var process = at.start(
                    at.privileges().command(number, socket),
                    settings,
                    at.archive().use());
            starting = process;
            try {
                try (var in = process.getOutputStream()) {
                    in.write((socket + "\n" + secret + "\n").getBytes(StandardCharsets.UTF_8));
                }
                return prepare(
                        process,
                        server,
                        secret,
                        platform,
                        bootstrap,
                        at.privileges().priority(),
                        late,
                        deadline);
            } catch (IOException | RuntimeException | Error e) {
                // What it is started through may not yet have learnt to end with it.
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw e;
            } finally {
                starting = null;
            }
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    /** Has the worker that starts come behind others no more: somebody waits for it, or it is late. By any thread. */
    void hurry() {
        var process = starting;
        var at = place;
        if (process == null || at == null || System.nanoTime() - hurriedAt < HURRY_AGAIN_NANOS) {
            return;
        }
        hurriedAt = System.nanoTime();
        Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .forEach(one -> at.privileges().priority().set(one, WorkerPriority.Rank.SERVING));
    }

    private static String secret() {
        var bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private WorkerProcess prepare(
            Process process,
            ServerSocketChannel server,
            String secret,
            Platform platform,
            @Nullable Script bootstrap,
            WorkerPriority priority,
            long late,
            long deadline)
            throws IOException {
        var channel = accept(process, server, late, deadline);
        // Whoever prepares reads without a time limit, so another ends it if it takes too long.
        var isLate = Thread.ofPlatform().daemon().name("postern-worker-start").start(() -> {
            try {
                sleepUntil(late);
                hurry();
                sleepUntil(deadline);
                process.destroyForcibly();
                channel.close();
            } catch (InterruptedException | IOException e) {
                // it is ready, or gone
            }
        });
        try {
            return WorkerProcess.prepare(process, channel, secret, platform, bootstrap, priority);
        } catch (IOException e) {
            channel.close();
            throw new IOException(
                    System.nanoTime() < deadline
                            ? "a worker process has ended before it was ready"
                            : "a worker process was not ready in time: the machine is busy, or the time to start too short",
                    e);
        } catch (RuntimeException | Error e) {
            channel.close();
            throw e;
        } finally {
            isLate.interrupt();
        }
    }

    private static void sleepUntil(long nanoTime) throws InterruptedException {
        Thread.sleep(Duration.ofNanos(Math.max(0, nanoTime - System.nanoTime())));
    }

    private SocketChannel accept(Process process, ServerSocketChannel server, long late, long deadline)
            throws IOException {
        server.configureBlocking(false);
        try (var selector = Selector.open()) {
            server.register(selector, SelectionKey.OP_ACCEPT);
            while (process.isAlive() && System.nanoTime() < deadline) {
                selector.select(100);
                if (System.nanoTime() - late > 0) {
                    hurry();
                }
                var channel = server.accept();
                if (channel != null) {
                    channel.configureBlocking(true);
                    return channel;
                }
            }
        }
        throw new IOException(
                process.isAlive()
                        ? "a worker process has not connected in time"
                        : "a worker process ended with " + process.exitValue() + " before it had connected");
    }

    @Override
    public void close() {
        var made = place;
        if (made != null) {
            made.archive().close();
            made.folder().close();
        }
    }
}
