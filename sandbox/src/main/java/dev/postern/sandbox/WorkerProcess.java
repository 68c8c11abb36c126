package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.WorkerPriority.Rank;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One worker process, seen from its host. One thread at a time has it; any may {@link #kill} it. */
final class WorkerProcess {

    private static final int MOST_SCRIPTS = 500;

    /** The time between two looks at what an execution computes. */
    static final Duration LOOK = Duration.ofMillis(100);

    /** What the engine takes besides, in its first executions. */
    private static final long COLD_NANOS = Duration.ofMillis(600).toNanos();

    private static final int COLD = 3;
    private static final long NEVER = -1;

    private final Process process;
    private final ProcessHandle jvm; // which may be within what it was started through
    private final WorkerConnection connection;
    private final WorkerPriority priority;
    private final Map<Script, Integer> known = new HashMap<>();
    private @Nullable WorkerOwner owner;
    private int executions;
    private @Nullable Rank rank; // null: as it was started, or hurried

    // Of the execution that runs, in nanoseconds of the process: since when its time is its owner's, and how much has
    // been so.
    private long countsFrom = NEVER;
    private long counted;

    private WorkerProcess(Process process, WorkerConnection connection, WorkerPriority priority) {
        this.process = process;
        this.jvm = process.descendants()
                .filter(one -> one.children().findAny().isEmpty())
                .findAny()
                .orElse(process.toHandle());
        this.connection = connection;
        this.priority = priority;
    }

    /**
     * Makes a process that has connected ready.
     *
     * @throws IOException if it is another process, or has failed
     */
    static WorkerProcess prepare(
            Process process,
            SocketChannel channel,
            String secret,
            Platform platform,
            @Nullable Script bootstrap,
            WorkerPriority priority)
            throws IOException {
        var connection = WorkerConnection.ofHost(channel);
        var hello = connection.receive(WorkerFrame.Hello.class).frame();
        if (!hello.secret().equals(secret)) {
            connection.close();
            throw new IOException("another process has connected");
        }
        connection.send(new WorkerFrame.Setup(
                platform.modules(), platform.globals().code(), bootstrap == null ? null : bootstrap.code()));
        connection.receive(WorkerFrame.Ready.class);
        return new WorkerProcess(process, connection, priority);
    }

    WorkerConnection connection() {
        return connection;
    }

    /** Whose it is; null while it is nobody's. */
    @Nullable
    WorkerOwner owner() {
        return owner;
    }

    /** Whether it is this owner's, who may have been forgotten and be known anew. */
    boolean isOf(WorkerOwner one) {
        return owner != null && owner.name().equals(one.name());
    }

    /** Gives it to an owner, for good, for one more execution. */
    void use(WorkerOwner by) {
        if (owner != null && !isOf(by)) {
            throw new IllegalStateException("a worker of another owner");
        }
        owner = by;
        executions++;
    }

    /** Whether it is time for another: it keeps all scripts that it was ever sent. */
    boolean hasServed(int mostExecutions) {
        return executions >= mostExecutions || known.size() >= MOST_SCRIPTS;
    }

    /** The number of a script, which is sent the first time. */
    int number(Script script) throws IOException {
        var number = known.get(script);
        if (number == null) {
            number = known.size() + 1;
            connection.send(new WorkerFrame.Code(
                    number, script.name(), script.code(), script.modules().texts()));
            known.put(script, number);
        }
        return number;
    }

    /** An execution begins. */
    synchronized void begin() {
        countsFrom = NEVER;
        counted = 0;
        rank();
    }

    /** It goes on; to be asked every {@link #LOOK}, by any thread. What the engine's own threads take counts as well. */
    synchronized void look() {
        var cpu = jvm.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
        if (countsFrom == NEVER) {
            countsFrom = isCold() ? cpu + COLD_NANOS : cpu;
        }
        if (cpu > countsFrom) {
            count(cpu - countsFrom);
            countsFrom = cpu;
        }
        rank(); // also because the kernel may have refused
    }

    /** It has ended, having taken this. */
    synchronized void end(Usage usage) {
        if (isCold()) {
            return;
        }
        requireNonNull(owner).hasRun(usage.duration().toNanos());
        var cpu = usage.cpuTime().toNanos();
        if (cpu > counted) {
            count(cpu - counted);
        }
    }

    private void count(long nanos) {
        counted += nanos;
        requireNonNull(owner).hasUsed(nanos);
    }

    private boolean isCold() {
        return executions <= COLD;
    }

    private void rank() {
        var next = requireNonNull(owner).comesBehind() ? Rank.BEHIND : isCold() ? Rank.NEW : Rank.SERVING;
        if (rank != next && priority.set(jvm, next)) {
            rank = next;
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Ends the process at once, whatever it does. Whoever waits for it learns so. */
    void kill() {
        process.destroyForcibly();
        connection.close();
    }

    long pid() {
        return process.pid();
    }
}
