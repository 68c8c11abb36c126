package dev.postern.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to have a worker process see less of the machine than other processes do, by the namespaces of Linux.
 *
 * @param tool the program to start it through
 * @param isOfRoot whether only root can start that, so that it is for the worker to become another user
 * @param files all that it sees of the files of the machine; null where it sees what its user may
 * @param leaves what it sees although it has no need to, as the log says it; empty if nothing
 */
record WorkerView(
        List<String> tool, boolean isOfRoot, @Nullable Set<Path> files, String leaves) {

    /** What any process of its user sees. */
    static final WorkerView OF_ALL = new WorkerView(List.of(), false, null, "files, processes and network");

    /** Where the libraries of C are. */
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib"),
            Path.of("/usr/lib64"),
            Path.of("/lib"),
            Path.of("/lib64"),
            Path.of("/etc/ld.so.cache"));

    /** Where the tools are by which it becomes another user. */
    private static final List<Path> PROGRAMS = List.of(Path.of("/usr/bin"), Path.of("/bin"));

    private static final List<String> BUBBLEWRAP = List.of(
            "bwrap",
            "--unshare-ipc",
            "--unshare-pid",
            "--unshare-net",
            "--unshare-uts",
            "--unshare-cgroup-try",
            "--die-with-parent",
            "--proc",
            "/proc",
            "--dev",
            "/dev");

    /** Without capabilities, also in namespaces that it makes itself. */
    private static final List<String> OF_USER = List.of("--unshare-user", "--cap-drop", "ALL");

    private static final List<String> NO_MORE_USERS = List.of("--disable-userns");

    private static final List<String> NETWORK = List.of("unshare", "--net");
    private static final List<String> NETWORK_OF_USER = List.of("unshare", "--user", "--map-current-user", "--net");
    private static final List<String> PROCESSES = List.of("--ipc", "--pid", "--fork", "--kill-child", "--mount-proc");

    WorkerView {
        tool = List.copyOf(tool);
    }

    /** All ways, the best first; the last one is to see everything. */
    static List<WorkerView> bestFirst(WorkerFolder folder) throws IOException {
        var files = files(folder);
        var filesOfRoot = new LinkedHashSet<>(files);
        filesOfRoot.addAll(PROGRAMS);
        return List.of(
                new WorkerView(with(BUBBLEWRAP, OF_USER, NO_MORE_USERS), false, files, ""),
                new WorkerView(with(BUBBLEWRAP, OF_USER), false, files, ""),
                new WorkerView(BUBBLEWRAP, true, filesOfRoot, ""),
                new WorkerView(with(NETWORK_OF_USER, PROCESSES), false, null, "files"),
                new WorkerView(with(NETWORK, PROCESSES), true, null, "files"),
                new WorkerView(NETWORK_OF_USER, false, null, "files and processes"),
                new WorkerView(NETWORK, true, null, "files and processes"),
                OF_ALL);
    }

    @SafeVarargs
    private static List<String> with(List<String>... parts) {
        var all = new ArrayList<String>();
        for (var part : parts) {
            all.addAll(part);
        }
        return all;
    }

    private static Set<Path> files(WorkerFolder folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"));
        var files = new LinkedHashSet<>(LIBRARIES);
        files.add(java);
        files.addAll(linkedFrom(java));
        files.addAll(folder.classes());
        files.add(folder.archive());
        return files;
    }

    /** Distributions keep parts of a JDK elsewhere, such as its settings. */
    private static Set<Path> linkedFrom(Path jdk) throws IOException {
        var linked = new LinkedHashSet<Path>();
        try (var files = Files.walk(jdk)) {
            for (var link : (Iterable<Path>) files.filter(Files::isSymbolicLink)::iterator) {
                linked.add(link.resolveSibling(Files.readSymbolicLink(link)).normalize());
            }
        } catch (UncheckedIOException e) {
            throw new IOException("the JDK in " + jdk + " cannot be read", e);
        }
        linked.removeIf(file -> file.startsWith(jdk) || jdk.startsWith(file));
        return linked;
    }

    /** What to put before the command of a worker that connects to this socket. */
    List<String> command(Path socket) {
        if (files == null) {
            return tool;
        }
        var command = new ArrayList<>(tool);
        for (var file : files) {
            show(command, file);
        }
        show(command, socket);
        command.addAll(List.of("--remount-ro", "/dev", "--remount-ro", "/"));
        return command;
    }

    private static void show(List<String> command, Path file) {
        // Folders that are made for a file alone could be entered by root only.
        for (var i = 1; i < file.getNameCount(); i++) {
            command.addAll(List.of("--dir", "/" + file.subpath(0, i)));
        }
        command.addAll(List.of("--ro-bind-try", file.toString(), file.toString()));
    }
}
