package dev.postern.sandbox;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a worker as the JVM wants them: with it a worker starts in a fraction of the time. A process that does
 * what a worker does, and nothing of a guest's, writes it in the background.
 */
final class WorkerArchive implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerArchive.class.getName());
    private static final boolean HAS_AOT = Runtime.version().feature() >= 25;

    private final Path file;
    private volatile boolean isThere;
    private volatile @Nullable Process training;
    private volatile boolean closed;

    WorkerArchive(Path file) {
        this.file = file;
    }

    /** Options that use it; none until it is there. */
    List<String> use() {
        return isThere ? List.of((HAS_AOT ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file) : List.of();
    }

    /** Options for the process that writes it. */
    private List<String> write() {
        return List.of((HAS_AOT ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
    }

    /** Starts a process, given the options to add. */
    interface Trainee {
        Process start(List<String> options) throws IOException;
    }

    /** Begins to write it; does not wait. */
    void begin(Trainee trainee) {
        Thread.ofPlatform().daemon().name("postern-worker-archive").start(() -> {
            try {
                var process = trainee.start(write());
                training = process;
                process.getOutputStream().close();
                if (closed) {
                    close();
                }
                var code = process.waitFor();
                if (code == 0 && Files.exists(file)) {
                    if (WorkerFolder.isPosix()) {
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
                    }
                    isThere = true;
                } else if (!closed) {
                    LOG.log(
                            Level.INFO,
                            "workers start without an archive of their classes: writing one ended with {0}",
                            code);
                }
            } catch (IOException e) {
                LOG.log(Level.INFO, "workers start without an archive of their classes", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        closed = true;
        var process = training;
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
