package dev.postern.sandbox;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a worker process is started through so that it has as few privileges as can be: on Linux the tools of util-linux,
 * as far as this process may use them. What cannot be taken away is said in the log, once.
 */
final class WorkerPrivileges {

    private static final Logger LOG = System.getLogger(WorkerPrivileges.class.getName());

    /** Users that exist for no more than a process, as systemd has them: each worker is one of its own. */
    private static final int FIRST_USER = 61_184;

    private static final int USERS = 4_000;

    /** Another server of this machine is to begin with others. */
    private static final int OFFSET = new SecureRandom().nextInt(USERS);

    /** Of a user that has this one process: its threads, and no processes that it could leave behind. */
    private static final String MOST_THREADS = "--nproc=200";

    private static final int PROBE_SECONDS = 20;
    private static final List<String> SESSION = List.of("setsid");

    /** No core dump, no file written, few files open; the processes are threads here. */
    private static final List<String> RESOURCES = List.of("prlimit", "--core=0", "--fsize=0", "--nofile=256");

    /** Nor does it outlive what it was started by, however that ends. */
    private static final List<String> NO_NEW_PRIVILEGES =
            List.of("setpriv", "--no-new-privs", "--inh-caps=-all", "--pdeathsig=KILL");

    private final List<String> session;
    private final WorkerView view;
    private final List<String> limits;
    private final boolean hasOwnUser;

    private WorkerPrivileges(List<String> session, WorkerView view, List<String> limits, boolean hasOwnUser) {
        this.session = session;
        this.view = view;
        this.limits = limits;
        this.hasOwnUser = hasOwnUser;
    }

    static WorkerPrivileges ofThisPlatform(WorkerFolder folder) throws IOException {
        if (!System.getProperty("os.name").equals("Linux") || !WorkerFolder.isPosix()) {
            LOG.log(
                    Level.WARNING,
                    "worker processes keep the privileges of this one: only on Linux are any taken from them");
            return new WorkerPrivileges(List.of(), WorkerView.OF_ALL, List.of(), false);
        }
        var session = ifItWorks(SESSION, "their own session");
        var limits = new ArrayList<>(ifItWorks(RESOURCES, "limits on files and core dumps"));
        var hasOwnUser = works(asUser(0), "true");
        if (hasOwnUser) {
            folder.openToOthers();
        } else {
            limits.addAll(ifItWorks(NO_NEW_PRIVILEGES, "a ban on new privileges"));
        }
        for (var view : WorkerView.bestFirst(folder)) {
            var privileges = new WorkerPrivileges(session, view, limits, hasOwnUser);
            if (works(privileges.command(0, folder.path()), WorkerLaunch.JAVA, "-version")) {
                if (!view.leaves().isEmpty()) {
                    if (!hasOwnUser) {
                        LOG.log(
                                Level.WARNING,
                                "worker processes run as the user of this one, which may not start any as another");
                    }
                    LOG.log(
                            Level.WARNING,
                            "worker processes see {0} of this machine: bubblewrap is not installed, or may not be used here",
                            view.leaves());
                }
                return privileges;
            }
        }
        throw new IOException("worker processes cannot be started: no process of " + WorkerLaunch.JAVA + " can");
    }

    private static List<String> ifItWorks(List<String> tool, String what) throws IOException {
        if (works(tool, "true")) {
            return tool;
        }
        LOG.log(Level.WARNING, "worker processes are without {0}: {1} does not work here", what, tool.getFirst());
        return List.of();
    }

    private static List<String> asUser(int number) {
        var id = FIRST_USER + (OFFSET + number) % USERS;
        var command = new ArrayList<>(List.of("prlimit", MOST_THREADS));
        command.addAll(NO_NEW_PRIVILEGES);
        command.addAll(List.of("--bounding-set=-all", "--reuid=" + id, "--regid=" + id, "--clear-groups"));
        return command;
    }

    private static boolean works(List<String> prefix, String... program) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            return false; // there is no such program
        }
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PROBE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(prefix.getFirst() + " has not ended in " + PROBE_SECONDS + " s");
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while privileges were looked for");
        }
    }

    /** What to put before the command of the worker of this number, which connects to this socket. */
    List<String> command(int number, Path socket) {
        var command = new ArrayList<>(session);
        command.addAll(view.command(socket));
        command.addAll(limits);
        if (hasOwnUser) {
            command.addAll(asUser(number));
        }
        return command;
    }

    /** Has a worker connect to this socket. */
    void open(Path socket) throws IOException {
        if (hasOwnUser) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }
}
