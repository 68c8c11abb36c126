package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
@EnabledOnOs(OS.LINUX)
final class WorkerViewTest {

    /** Where the tests are root, a worker is another user. */
    private static final List<String> AS_USER = System.getProperty("user.name").equals("root")
            ? List.of("setpriv", "--pdeathsig=KILL", "--reuid=61000", "--regid=61000", "--clear-groups")
            : List.of();

    @TempDir
    private Path folder;

    @TestFactory
    Stream<DynamicTest> leavesToBeSeenWhatItSays() throws IOException, URISyntaxException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.writeString(folder.resolve("secret"), "secret");
        var workers = WorkerFolder.make();
        workers.openToOthers();
        var guest = Path.of(EscapedGuest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        return WorkerView.bestFirst(workers).stream()
                .map(view -> DynamicTest.dynamicTest(
                        "through " + view.tool(), () -> leavesToBeSeenWhatItSays(showing(view, guest), guest)))
                .onClose(workers::close);
    }

    @Test
    void isRefusedWhereItLeavesMoreThanTheSettingsAllow() throws IOException {
        List<WorkerView> views;
        try (var workers = WorkerFolder.make()) {
            views = WorkerView.bestFirst(workers);
        }
        var confined = WorkerSettings.defaults().withConfined(true);
        assertEquals("", WorkerPrivileges.best(views, confined, view -> true).leaves());

        var refused = assertThrows(
                IOException.class,
                () -> WorkerPrivileges.best(views, confined, view -> view.tool().contains("unshare")));

        assertEquals(
                "worker processes would see files of this machine, and are to be confined:"
                        + " install bubblewrap, or allow user namespaces where it is installed",
                refused.getMessage());
    }

    @Test
    void goesWithoutAToolThatIsMissing() throws IOException {
        assertTrue(WorkerPrivileges.works(List.of(), "true"));
        assertFalse(WorkerPrivileges.works(List.of("a-tool-that-there-is-not"), "true"));
    }

    private static WorkerView showing(WorkerView view, Path guest) {
        var files = view.files();
        if (files == null) {
            return view;
        }
        var more = new LinkedHashSet<>(files);
        more.add(guest);
        return new WorkerView(view.tool(), view.isOfRoot(), more, view.leaves());
    }

    private void leavesToBeSeenWhatItSays(WorkerView view, Path classes) throws Exception {
        assumeTrue(works(view), "does not work here");
        var mark = UUID.randomUUID().toString();
        var server = Long.toString(ProcessHandle.current().pid());
        var guest = start(
                view,
                WorkerLaunch.JAVA,
                "-cp",
                classes.toString(),
                EscapedGuest.class.getName(),
                server,
                folder.toString(),
                mark);
        try (var out = guest.inputReader(StandardCharsets.UTF_8)) {
            assertEquals("reads " + view.leaves().contains("files"), out.readLine());
            assertEquals("writes " + view.leaves().contains("files"), out.readLine());
            assertEquals("server " + view.leaves().contains("processes"), out.readLine());
            if (!view.leaves().contains("network")) {
                assertEquals("network false", out.readLine());
            } else {
                out.readLine(); // this machine may have none
            }
            assertEquals("left", out.readLine());

            guest.destroyForcibly();

            if (!view.leaves().contains("processes")) {
                while (ProcessHandle.allProcesses().anyMatch(process -> has(process, mark))) {
                    Thread.onSpinWait();
                }
            }
        } finally {
            ProcessHandle.allProcesses().filter(process -> has(process, mark)).forEach(ProcessHandle::destroyForcibly);
        }
    }

    private static boolean has(ProcessHandle process, String mark) {
        return process.info().commandLine().orElse("").endsWith(mark);
    }

    private boolean works(WorkerView view) throws InterruptedException {
        try {
            var probe = start(view, WorkerLaunch.JAVA, "-version");
            return probe.waitFor(20, TimeUnit.SECONDS) && probe.exitValue() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }

    private Process start(WorkerView view, String... program) throws IOException {
        var command = new ArrayList<String>();
        if (!view.isOfRoot()) {
            command.addAll(AS_USER);
        }
        command.addAll(view.command(folder.resolve("socket")));
        if (view.isOfRoot()) {
            command.addAll(AS_USER);
        }
        command.addAll(List.of(program));
        return new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
