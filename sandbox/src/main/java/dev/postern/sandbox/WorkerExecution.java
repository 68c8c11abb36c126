package dev.postern.sandbox;

import dev.postern.sandbox.LimitWatch.Stint;
import dev.postern.sandbox.LimitWatch.Used;
import dev.postern.sandbox.WorkerConnection.Received;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One execution in a worker, seen from its host: on the calling thread it answers what the worker asks until that says how
 * the guest has ended. The worker keeps the limits itself; one that does not say so in time is killed.
 */
final class WorkerExecution {

    private static final Logger LOG = System.getLogger(WorkerExecution.class.getName());

    /** What a worker has beyond the deadline to say that it was reached. */
    private static final Duration GRACE = Duration.ofMillis(150);

    /** More than the guest's side lets through. */
    private static final int MOST_PENDING = 512;

    private final WorkerProcess worker;
    private final Platform platform;
    private final Invocation invocation;
    private final ScheduledExecutorService deadlines;
    private final HostLink host;
    private final ConsoleCapture console;
    private final Map<Long, CompletableFuture<HostMessage>> pending = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Killed> killed = new AtomicReference<>();
    private final long startNanos = System.nanoTime();
    private volatile @Nullable Throwable fault;
    private Used inHost = Used.NOTHING; // by host functions that the guest waits for, or begins
    private boolean isSound; // once it has said how the guest ended

    /** Why the host has ended the worker. */
    private enum Killed {
        DEADLINE,
        CPU_TIME,
        ALLOCATED_BYTES,
        CANCELLED,
        FAULT
    }

    WorkerExecution(
            WorkerProcess worker, Platform platform, Invocation invocation, ScheduledExecutorService deadlines) {
        this.worker = worker;
        this.platform = platform;
        this.invocation = invocation;
        this.deadlines = deadlines;
        this.host = HostLink.to(invocation.hostFunctions());
        this.console = new ConsoleCapture(invocation.limits().consoleBytes(), line -> {});
    }

    /** Ends it from another thread. */
    void cancel() {
        kill(Killed.CANCELLED);
    }

    /** Whether the worker may run another. */
    boolean leavesItSound() {
        return isSound;
    }

    /** Whether its guest has cost the worker, and not its host. */
    boolean hasCostTheWorker() {
        return !isSound && killed.get() != Killed.CANCELLED && killed.get() != Killed.FAULT;
    }

    GuestOutcome run() {
        GuestOutcome outcome;
        worker.begin();
        try {
            var period = WorkerProcess.LOOK.toNanos();
            var looks = deadlines.scheduleAtFixedRate(worker::look, period, period, TimeUnit.NANOSECONDS);
            var deadline = deadlines.schedule(
                    () -> kill(Killed.DEADLINE),
                    invocation.limits().wallClock().plus(GRACE).toNanos(),
                    TimeUnit.NANOSECONDS);
            try {
                outcome = converse();
            } finally {
                deadline.cancel(false);
                looks.cancel(false);
            }
            if (isSound) {
                worker.end(outcome.usage());
            }
        } catch (ClosedByInterruptException e) {
            cancel();
            outcome = lost(e);
        } catch (IOException e) {
            outcome = lost(e);
        } catch (RejectedExecutionException e) {
            cancel();
            outcome = new GuestOutcome.Cancelled(console.lines(), usage());
        } finally {
            pending.values().forEach(call -> call.cancel(true));
        }
        var cause = fault;
        if (cause != null) {
            throw new IllegalStateException("a host function failed in " + invocation, cause);
        }
        return outcome;
    }

    private GuestOutcome converse() throws IOException {
        var fixedTime = invocation.fixedTime();
        var connection = worker.connection();
        connection.send(new WorkerFrame.Run(
                worker.number(invocation.bootstrap()),
                worker.number(invocation.script()),
                invocation.handler(),
                invocation.input(),
                WorkerFrame.LimitNumbers.of(invocation.limits()),
                fixedTime == null ? null : fixedTime.toEpochMilli()));
        while (true) {
            var received = connection.receive(WorkerFrame.FromWorker.class);
            switch (received.frame()) {
                case WorkerFrame.Call call -> counted(() -> call(call, received));
                case WorkerFrame.Start start -> counted(() -> start(start, received));
                case WorkerFrame.Cancel cancel -> giveUp(cancel.call());
                case WorkerFrame.Read read ->
                    connection.send(new WorkerFrame.File(platform.files().text(read.path())));
                case WorkerFrame.Wrote wrote -> console.add(wrote.level(), wrote.message());
                case WorkerFrame.Ended ended -> {
                    var outcome =
                            ended.read(console.lines(), invocation.limits().outputChars(), usage(ended.usage()));
                    if (outcome == null) {
                        throw new IOException("no outcome");
                    }
                    isSound = killed.get() == null && !ended.isLast();
                    return outcome;
                }
                case WorkerFrame.Hello hello -> throw new IOException("a frame out of place");
                case WorkerFrame.Ready ready -> throw new IOException("a frame out of place");
            }
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** What a host function takes is the guest's: in the worker nothing of it is seen. */
    private void counted(Work work) throws IOException {
        var stint = Stint.begin();
        try {
            work.run();
        } finally {
            inHost = inHost.plus(stint.used());
        }
        if (inHost.cpuNanos() > invocation.limits().cpuTime().toNanos()) {
            kill(Killed.CPU_TIME);
        } else if (inHost.bytes() > invocation.limits().allocatedBytes()) {
            kill(Killed.ALLOCATED_BYTES);
        }
    }

    private void call(WorkerFrame.Call call, Received<?> received) throws IOException {
        try {
            answer(0, host.call(call.function(), HostMessage.of(call.json(), received.bytes())));
        } catch (HostFunction.Refused e) {
            refuse(0, e);
        } catch (StackOverflowError e) {
            refuse(0, new HostFunction.Refused("RangeError", "", "Maximum call stack size exceeded"));
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void start(WorkerFrame.Start start, Received<?> received) throws IOException {
        if (pending.size() >= MOST_PENDING) {
            throw new IOException("too many calls at once");
        }
        try {
            var call = host.start(start.function(), HostMessage.of(start.json(), received.bytes()));
            if (pending.putIfAbsent(start.call(), call) != null) {
                call.cancel(true);
                throw new IOException("two calls of one number");
            }
            var unused = call.whenComplete((message, failure) -> arrive(start.call(), message, failure));
        } catch (HostFunction.Refused e) {
            refuse(start.call(), e);
        } catch (RuntimeException | Error e) {
            fail(e);
        }
    }

    private void arrive(long number, @Nullable HostMessage message, @Nullable Throwable failure) {
        var cause = HostLink.cause(failure);
        if (pending.remove(number) == null || cause instanceof CancellationException) {
            return;
        }
        try {
            if (message != null) {
                answer(number, message);
            } else if (cause instanceof HostFunction.Refused refused) {
                refuse(number, refused);
            } else if (cause != null) {
                fail(cause);
            }
        } catch (IOException e) {
            // the worker is gone, as who reads learns too
        }
    }

    private void giveUp(long number) {
        var call = pending.remove(number);
        if (call != null) {
            call.cancel(true);
        }
    }

    private void answer(long number, HostMessage message) throws IOException {
        worker.connection().send(new WorkerFrame.Answer(number, message.json()), message.bytes());
    }

    private void refuse(long number, HostFunction.Refused refused) throws IOException {
        worker.connection()
                .send(new WorkerFrame.Refusal(
                        number, refused.name(), refused.code(), String.valueOf(refused.getMessage())));
    }

    private void fail(Throwable cause) {
        fault = cause;
        kill(Killed.FAULT);
    }

    private void kill(Killed why) {
        if (killed.compareAndSet(null, why)) {
            worker.kill();
        }
    }

    /** What became of an execution whose worker says nothing any more. */
    private GuestOutcome lost(IOException e) {
        worker.kill();
        return switch (killed.get()) {
            case DEADLINE -> exceeded(Limit.WALL_CLOCK);
            case CPU_TIME -> exceeded(Limit.CPU_TIME);
            case ALLOCATED_BYTES -> exceeded(Limit.ALLOCATED_BYTES);
            case CANCELLED, FAULT -> new GuestOutcome.Cancelled(console.lines(), usage());
            case null -> {
                LOG.log(
                        Level.WARNING,
                        "worker process {0} ended while it ran {1}: {2}",
                        Long.toString(worker.pid()),
                        invocation,
                        e);
                yield new GuestOutcome.Died(console.lines(), usage());
            }
        };
    }

    private GuestOutcome exceeded(Limit limit) {
        return new GuestOutcome.LimitExceeded(limit, 0, console.lines(), usage());
    }

    /** What the worker says, as far as it can be true, and what was used here. */
    private Usage usage(Usage said) {
        var elapsed = System.nanoTime() - startNanos;
        var cpu = Math.clamp(said.cpuTime().toNanos(), 0, elapsed);
        var bytes = Math.clamp(said.allocatedBytes(), 0, Long.MAX_VALUE / 2);
        return new Usage(Duration.ofNanos(elapsed), Duration.ofNanos(cpu + inHost.cpuNanos()), bytes + inHost.bytes());
    }

    /** What is known of it here: the worker was killed with what it knew, so all of its time counts as the guest's. */
    private Usage usage() {
        var elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
        return new Usage(elapsed, elapsed, 0);
    }
}
