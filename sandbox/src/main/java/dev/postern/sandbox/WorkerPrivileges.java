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
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final int PROBE_SECONDS = 20;

    /** ENOENT, as JDKs say it. */
    private static final Pattern NO_SUCH_PROGRAM = Pattern.compile("error(=|: )2\\b");

    private static final List<String> SESSION = List.of("setsid");

    /** Whatever becomes of this process, a worker does not outlive it. */
    private static final List<String> LIFE = List.of("setpriv", "--pdeathsig=KILL");

    /** No core dump, no file written, few files open. */
    private static final List<String> RESOURCES = List.of("prlimit", "--core=0", "--fsize=0", "--nofile=256");

    /** Of a user that has this one process: its threads, and no processes that it could leave behind. */
    private static final List<String> THREADS = List.of("prlimit", "--nproc=200");

    private static final List<String> NO_NEW_PRIVILEGES = List.of("setpriv", "--no-new-privs", "--inh-caps=-all");

    /** The end of this process is forgotten by one that becomes another user. */
    private static final List<String> NO_PRIVILEGES = List.of(
            "setpriv",
            "--no-new-privs",
            "--inh-caps=-all",
            "--bounding-set=-all",
            "--pdeathsig=KILL",
            "--clear-groups");

    private final List<String> common;
    private final WorkerView view;
    private final boolean hasOwnUser;
    private final WorkerPriority priority;
    private final List<String> behindOthers;

    private WorkerPrivileges(
            List<String> common,
            WorkerView view,
            boolean hasOwnUser,
            WorkerPriority priority,
            List<String> behindOthers) {
        this.common = common;
        this.view = view;
        this.hasOwnUser = hasOwnUser;
        this.priority = priority;
        this.behindOthers = behindOthers;
    }

    /**
     * The fewest that this process can leave to a worker.
     *
     * @throws IOException if no process can be started, or if they are too many for these settings
     */
    static WorkerPrivileges ofThisPlatform(WorkerFolder folder, WorkerSettings settings) throws IOException {
        if (!System.getProperty("os.name").equals("Linux") || !WorkerFolder.isPosix()) {
            if (settings.confined()) {
                throw new IOException("worker processes are to be confined, which they can be on Linux only");
            }
            LOG.log(
                    Level.WARNING,
                    "worker processes keep the privileges of this one: only on Linux are any taken from them");
            return new WorkerPrivileges(
                    List.of(), WorkerView.OF_ALL, false, new WorkerPriority(false, false), List.of());
        }
        var common = new ArrayList<String>();
        var hasSession = add(common, SESSION, "their own session");
        if (hasSession) {
            add(common, WorkerPriority.startOfSession(), "a start behind others");
        }
        var behindOthers = new ArrayList<>(common);
        if (works(WorkerPriority.startOfProcess(), "true")) {
            behindOthers.addAll(WorkerPriority.startOfProcess());
        }
        add(common, LIFE, "an end with this process");
        add(common, RESOURCES, "limits on files and core dumps");
        var hasOwnUser = works(asUser(0), "true");
        if (hasOwnUser) {
            folder.openToOthers();
            add(common, THREADS, "a limit on threads");
        } else {
            add(common, NO_NEW_PRIVILEGES, "a ban on new privileges");
        }
        var mayRenice = hasOwnUser && works(WorkerPriority.probe(), "true");
        if (mayRenice) {
            add(common, WorkerPriority.startOfProcess(), "a start behind others");
        }
        var priority = new WorkerPriority(hasSession, mayRenice);
        var view = best(
                WorkerView.bestFirst(folder),
                settings,
                candidate -> (hasOwnUser || !candidate.isOfRoot())
                        && works(
                                new WorkerPrivileges(common, candidate, hasOwnUser, priority, behindOthers)
                                        .command(0, folder.path()),
                                WorkerLaunch.JAVA,
                                "-Xmx32m",
                                "-version"));
        // Who sees nothing of the user's has nothing of being it; root is more than a user.
        if (!hasOwnUser && (!view.leaves().isEmpty() || isRoot())) {
            LOG.log(Level.WARNING, "worker processes run as the user of this one, which may not start any as another");
        }
        return new WorkerPrivileges(common, view, hasOwnUser, priority, behindOthers);
    }

    /** Whether a worker can be started so. */
    interface Trial {
        boolean works(WorkerView view) throws IOException;
    }

    static WorkerView best(List<WorkerView> bestFirst, WorkerSettings settings, Trial trial) throws IOException {
        for (var view : bestFirst) {
            if (trial.works(view)) {
                if (!view.leaves().isEmpty()) {
                    tellWhatIsSeen(view.leaves(), settings);
                }
                return view;
            }
        }
        throw new IOException("worker processes cannot be started: no process of " + WorkerLaunch.JAVA + " can");
    }

    private static void tellWhatIsSeen(String seen, WorkerSettings settings) throws IOException {
        var remedy = "install bubblewrap, or allow user namespaces where it is installed";
        if (settings.confined()) {
            throw new IOException(
                    "worker processes would see " + seen + " of this machine, and are to be confined: " + remedy);
        }
        LOG.log(Level.WARNING, "worker processes see {0} of this machine: {1}", seen, remedy);
    }

    private static boolean isRoot() throws IOException {
        return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    }

    /** Puts one more tool behind these if it works there, and says whether it does. */
    private static boolean add(List<String> prefix, List<String> tool, String what) throws IOException {
        var longer = Stream.concat(prefix.stream(), tool.stream()).toList();
        var works = works(longer, "true");
        if (works) {
            prefix.addAll(tool);
        } else {
            LOG.log(Level.WARNING, "worker processes are without {0}: {1} does not work here", what, tool.getFirst());
        }
        return works;
    }

    private static int user(int number) {
        return FIRST_USER + (OFFSET + number) % USERS;
    }

    private static List<String> asUser(int number) {
        var command = new ArrayList<>(NO_PRIVILEGES);
        command.addAll(List.of("--reuid=" + user(number), "--regid=" + user(number)));
        return command;
    }

    /** Whether a program can be started so, in the environment that a worker has. */
    static boolean works(List<String> prefix, String... program) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(program));
        Process process;
        try {
            process = WorkerLaunch.builder(command).start();
        } catch (IOException e) {
            if (NO_SUCH_PROGRAM.matcher(String.valueOf(e.getMessage())).find()) {
                return false;
            }
            throw e;
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
        var command = new ArrayList<>(common);
        if (view.isOfRoot()) {
            command.addAll(view.command(socket));
        }
        if (hasOwnUser) {
            command.addAll(asUser(number));
        }
        if (!view.isOfRoot()) {
            command.addAll(view.command(socket));
        }
        return command;
    }

    /** Has the worker of this number connect to this socket, and nobody else who is not root. */
    void open(Path socket, int number) throws IOException {
        Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
        if (hasOwnUser) {
            Files.setAttribute(socket, "unix:uid", user(number));
        }
    }

    /** What to put before the command of a process that nobody waits for. */
    List<String> behindOthers() {
        return behindOthers;
    }

    /** What the workers' priorities are set by. */
    WorkerPriority priority() {
        return priority;
    }
}
