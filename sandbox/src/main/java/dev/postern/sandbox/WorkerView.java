package dev.postern.sandbox;

import java.io.IOException;
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
 * @param files all that it sees of the files of the machine; null where it sees what its user may
 * @param leaves what it sees although it has no need to, as the log says it; empty if nothing
 */
record WorkerView(List<String> tool, @Nullable Set<Path> files, String leaves) {

    /** Where programs and the libraries of C are; no place for what a server keeps. */
    private static final List<String> SYSTEM = List.of("/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache");

    /** What any process of the server's user sees. */
    static final WorkerView OF_ALL = new WorkerView(List.of(), null, "files, processes and network");

    private static final List<String> OWN_PROCESSES =
            List.of("--ipc", "--pid", "--fork", "--kill-child", "--mount-proc");

    WorkerView {
        tool = List.copyOf(tool);
    }

    /** All ways, the best first; the last one is to see everything. */
    static List<WorkerView> bestFirst(WorkerFolder folder) throws IOException {
        var root = List.of("unshare", "--net");
        var user = List.of("unshare", "--user", "--map-current-user", "--net");
        return List.of(
                ofFiles(folder),
                new WorkerView(with(root, OWN_PROCESSES), null, "files"),
                new WorkerView(with(user, OWN_PROCESSES), null, "files"),
                new WorkerView(root, null, "files and processes"),
                new WorkerView(user, null, "files and processes"),
                OF_ALL);
    }

    private static List<String> with(List<String> some, List<String> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private static WorkerView ofFiles(WorkerFolder folder) throws IOException {
        var java = Path.of(System.getProperty("java.home"));
        var files = new LinkedHashSet<Path>();
        SYSTEM.forEach(name -> files.add(Path.of(name)));
        files.add(java);
        files.addAll(linkedFrom(java));
        files.addAll(folder.classes());
        files.add(folder.archive());
        return new WorkerView(
                List.of(
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
                        "/dev"),
                files,
                "");
    }

    /** Distributions keep what a JDK can be set to do elsewhere, such as its settings. */
    private static Set<Path> linkedFrom(Path jdk) throws IOException {
        var linked = new LinkedHashSet<Path>();
        try (var files = Files.walk(jdk)) {
            for (var link : (Iterable<Path>) files.filter(Files::isSymbolicLink)::iterator) {
                linked.add(link.resolveSibling(Files.readSymbolicLink(link)).normalize());
            }
        }
        linked.removeIf(file -> file.startsWith(jdk));
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
