package dev.postern.sandbox;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One worker process, seen from its host. One thread at a time has it; any may {@link #kill} it. */
final class WorkerProcess {

    private static final int MOST_SCRIPTS = 500;

    private final Process process;
    private final WorkerConnection connection;
    private final Map<Script, Integer> known = new HashMap<>();
    private @Nullable String owner;
    private int executions;

    private WorkerProcess(Process process, WorkerConnection connection) {
        this.process = process;
        this.connection = connection;
    }

    /**
     * Makes a process that has connected ready.
     *
     * @throws IOException if it is another process, or has failed
     */
    static WorkerProcess prepare(
            Process process, SocketChannel channel, String secret, Platform platform, @Nullable Script bootstrap)
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
        return new WorkerProcess(process, connection);
    }

    WorkerConnection connection() {
        return connection;
    }

    /** Whose it is; null while it is nobody's. */
    @Nullable
    String owner() {
        return owner;
    }

    /** Gives it to an owner, for good, for one more execution. */
    void use(String by) {
        if (owner != null && !owner.equals(by)) {
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
