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
    private static final List<String> NO_NETWORK = List.of("unshare", "--net");
    private static final List<String> NO_NETWORK_OF_USER = List.of("unshare", "--user", "--map-current-user", "--net");

    /** No core dump, no file written, few files open; the processes are threads here. */
    private static final List<String> RESOURCES = List.of("prlimit", "--core=0", "--fsize=0", "--nofile=256");

    private static final List<String> NO_NEW_PRIVILEGES = List.of("setpriv", "--no-new-privs", "--inh-caps=-all");

    private final List<String> prefix;
    private final boolean hasOwnUser;

    private WorkerPrivileges(List<String> prefix, boolean hasOwnUser) {
        this.prefix = prefix;
        this.hasOwnUser = hasOwnUser;
    }

    static WorkerPrivileges ofThisPlatform(WorkerFolder folder) throws IOException {
        if (!System.getProperty("os.name").equals("Linux") || !WorkerFolder.isPosix()) {
            LOG.log(
                    Level.WARNING,
                    "worker processes keep the privileges of this one: only on Linux are any taken from them");
            return new WorkerPrivileges(List.of(), false);
        }
        var prefix = new ArrayList<String>();
        add(prefix, SESSION, "their own session");
        var ownUser = works(prefix, asUser(0));
        if (works(prefix, NO_NETWORK)) {
            prefix.addAll(NO_NETWORK);
        } else if (ownUser) {
            // In a namespace of users no other user could be taken.
            LOG.log(Level.WARNING, "worker processes are without a network that leads nowhere");
        } else {
            add(prefix, NO_NETWORK_OF_USER, "a network that leads nowhere");
        }
        add(prefix, RESOURCES, "limits on files and core dumps");
        if (ownUser) {
            folder.openToOthers();
        } else {
            LOG.log(Level.WARNING, "worker processes run as the user of this one, which may not start any as another");
            add(prefix, NO_NEW_PRIVILEGES, "a ban on new privileges");
        }
        return new WorkerPrivileges(List.copyOf(prefix), ownUser);
    }

    private static void add(List<String> prefix, List<String> more, String what) throws IOException {
        if (works(prefix, more)) {
            prefix.addAll(more);
        } else {
            LOG.log(Level.WARNING, "worker processes are without {0}: {1} does not work here", what, more.getFirst());
        }
    }

    private static List<String> asUser(int number) {
        var id = FIRST_USER + (OFFSET + number) % USERS;
        return List.of(
                "prlimit",
                MOST_THREADS,
                "setpriv",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--reuid=" + id,
                "--regid=" + id,
                "--clear-groups");
    }

    private static boolean works(List<String> prefix, List<String> more) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(more);
        command.add("true");
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
                throw new IOException(more.getFirst() + " has not ended in " + PROBE_SECONDS + " s");
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while privileges were looked for");
        }
    }

    /** What to put before the command of the worker of this number. */
    List<String> command(int number) {
        if (!hasOwnUser) {
            return prefix;
        }
        var command = new ArrayList<>(prefix);
        command.addAll(asUser(number));
        return command;
    }

    /** Has a worker connect to this socket. */
    void open(Path socket) throws IOException {
        if (hasOwnUser) {
            Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw-rw-"));
        }
    }
}
