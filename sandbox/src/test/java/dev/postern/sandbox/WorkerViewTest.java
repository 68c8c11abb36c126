package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell in the place of a worker does what a guest would that has broken out of the engine. */
@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class WorkerViewTest {

    /** Of a server that is root, whose workers are users of their own, and of one that is any user. */
    private enum Server {
        ROOT,
        USER
    }

    private static final List<String> AS_USER =
            List.of("setpriv", "--pdeathsig=KILL", "--reuid=61000", "--regid=61000", "--clear-groups");

    private static final boolean IS_ROOT = System.getProperty("user.name").equals("root");

    private static final String ESCAPED = """
            read server length folder
            cat "$folder/secret" 2>/dev/null || echo no secret
            mkdir "$folder/made" 2>/dev/null && echo made a folder
            ls -d /proc/$server 2>/dev/null || echo no server
            grep -c : /proc/net/dev
            sleep $length & echo left one behind
            wait
            """;

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> leavesToBeSeenWhatItSays() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("secret"), "secret\n");
        var workers = WorkerFolder.make();
        workers.openToOthers();
        return WorkerView.bestFirst(workers).stream()
                .flatMap(view -> Arrays.stream(Server.values())
                        .map(server -> DynamicTest.dynamicTest(
                                server + " " + view.tool(), () -> leavesToBeSeenWhatItSays(view, server))))
                .onClose(workers::close);
    }

    private void leavesToBeSeenWhatItSays(WorkerView view, Server server) throws Exception {
        assumeTrue(works(view, server), "does not work here");
        var length = "1" + Math.abs(UUID.randomUUID().getMostSignificantBits() / 1000);
        var escaped = start(view, server, "sh", "-c", ESCAPED);
        try (var out = escaped.inputReader(StandardCharsets.UTF_8)) {
            try (var in = escaped.outputWriter(StandardCharsets.UTF_8)) {
                in.write(ProcessHandle.current().pid() + " " + length + " " + folder + "\n");
            }
            var seesFiles = view.leaves().contains("files");
            assertEquals(seesFiles ? "secret" : "no secret", out.readLine());
            var next = out.readLine();
            assertEquals(seesFiles, next.equals("made a folder"), next);
            if (seesFiles) {
                Files.delete(folder.resolve("made"));
                next = out.readLine();
            }
            assertEquals(!view.leaves().contains("processes"), next.equals("no server"), next);
            var interfaces = Integer.parseInt(out.readLine());
            assertTrue(view.leaves().contains("network") || interfaces == 1, () -> interfaces + " networks");
            assertEquals("left one behind", out.readLine());

            escaped.destroyForcibly();

            if (!view.leaves().contains("processes")) {
                while (ProcessHandle.allProcesses().anyMatch(process -> isLeftBehind(process, length))) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            ProcessHandle.allProcesses()
                    .filter(process -> isLeftBehind(process, length))
                    .forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean isLeftBehind(ProcessHandle process, String length) {
        return process.info().commandLine().orElse("").endsWith("sleep " + length);
    }

    private boolean works(WorkerView view, Server server) throws InterruptedException {
        try {
            var probe = start(view, server, "true");
            return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private Process start(WorkerView view, Server server, String... program) throws IOException {
        var command = new ArrayList<String>();
        if (server == Server.USER && IS_ROOT) {
            command.addAll(AS_USER);
        }
        command.addAll(view.command(folder.resolve("socket")));
        if (server == Server.ROOT) {
            command.addAll(AS_USER);
        }
        command.addAll(List.of(program));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
