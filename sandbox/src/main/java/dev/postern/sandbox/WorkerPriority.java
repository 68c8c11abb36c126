package dev.postern.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which workers the kernel gives a processor first. On a desktop or a plain server it shares processors among sessions, of
 * which each worker is one, and within a container among processes: so both are told, the latter where this process may
 * take it back.
 */
final class WorkerPriority {

    private static final Logger LOG = System.getLogger(WorkerPriority.class.getName());
    private static final long RENICE_SECONDS = 1;
    private static final String OF_SESSION = "/proc/self/autogroup";

    /** One after the other, and nobody waits for them; a thread only while there are some. */
    private static final Executor RENICES = new ThreadPoolExecutor(
            0, 1, RENICE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), WorkerPriority::thread);

    private final boolean ofSessions;
    private final boolean ofProcesses;

    /**
     * Priorities where they are to be had.
     *
     * @param ofSessions whether each worker is a session of its own
     * @param ofProcesses whether this process may raise the priority of others
     */
    WorkerPriority(boolean ofSessions, boolean ofProcesses) {
        this.ofSessions = ofSessions;
        this.ofProcesses = ofProcesses;
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("postern-renice").unstarted(work);
    }

    /** As Linux counts: a session or process of 5 has a third of what one of 0 has, one of 19 a seventieth. */
    enum Rank {
        SERVING(0),
        /** With its first guests, of whom nothing is known. */
        NEW(5),
        /**
         * It starts, which takes seconds of all processors, or its owner's guests compute much. The kernel divides
         * what a session has among its threads, so that with more than this they are in the way of others' that wake.
         */
        BEHIND(19);

        private final String nice;

        Rank(int nice) {
            this.nice = Integer.toString(nice);
        }
    }

    /** What to put before a command that has begun a session, to have that start; empty where sessions share nothing. */
    static List<String> startOfSession() {
        return Files.exists(Path.of(OF_SESSION))
                ? List.of("sh", "-c", "echo " + Rank.BEHIND.nice + " > " + OF_SESSION + "; exec \"$@\"", "sh")
                : List.of();
    }

    /** What to put before a command, to have the process start behind others. */
    static List<String> startOfProcess() {
        return List.of("nice", "-n", Rank.BEHIND.nice);
    }

    /** Raises a priority again, which is for processes that are allowed to. */
    static List<String> probe() {
        return List.of(
                "sh", "-c", "renice " + Rank.BEHIND.nice + " -p $$ && renice " + Rank.SERVING.nice + " -p $$", "sh");
    }

    /** Gives a worker this rank, and says whether it has it: the kernel may let a while pass between two changes. */
    boolean set(ProcessHandle worker, Rank rank) {
        try {
            var ofSession = Path.of("/proc", Long.toString(worker.pid()), "autogroup");
            if (ofSessions && Files.exists(ofSession)) {
                Files.writeString(ofSession, rank.nice);
            }
            if (ofProcesses) {
                RENICES.execute(() -> renice(worker, rank));
            }
            return true;
        } catch (IOException e) {
            staysAsItIs(e);
            return false;
        }
    }

    private static void renice(ProcessHandle worker, Rank rank) {
        var command = new ArrayList<>(List.of("renice", rank.nice, "-p"));
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(worker.pid()), "task"))) {
            threads.forEach(thread -> command.add(thread.getFileName().toString()));
            var renice = WorkerLaunch.builder(command).start();
            if (!renice.waitFor(RENICE_SECONDS, TimeUnit.SECONDS)) {
                renice.destroyForcibly().waitFor();
            }
        } catch (IOException | UncheckedIOException e) {
            staysAsItIs(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void staysAsItIs(Exception e) {
        LOG.log(Level.DEBUG, "the priority of a worker process stays as it is", e); // or it has just ended
    }
}
