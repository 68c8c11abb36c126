package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.GuestExecution.Pause;
import dev.postern.sandbox.WorkerConnection.Received;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.graalvm.polyglot.Context;
import org.jspecify.annotations.Nullable;

/**
 * The worker process: it runs one execution at a time on its main thread, which also reads what the host says. It ends
 * when the host is gone, and when a guest cannot be stopped.
 */
final class WorkerMain {

    private static final int TRAINING = 200;
    private static final int WARMING = 20;
    private static final Script TRAINING_BOOTSTRAP =
            Script.of("postern:train", "(kit) => (input) => ({ args: [input], finish: () => JSON.stringify(input) })");
    private static final Script TRAINING_SCRIPT = Script.of("train.js", """
            exports.run = async (input) => {
              console.log('%s', [1, { a: new Map([[1, 2]]) }]);
              await new Promise((resolve) => setTimeout(resolve, 0));
              try { null.x; } catch (error) { String(error.stack); }
              return [3, 1, 2].sort().map((n) => `${n}`).join().replace(/(\\d)/g, '<$1>');
            };
            """);
    private static final Invocation EXERCISE = new Invocation(
            "", TRAINING_BOOTSTRAP, TRAINING_SCRIPT, "run", "{}", HostFunctions.none(), Limits.defaults(), null);

    private final WorkerConnection connection;
    private final Thread main = Thread.currentThread();
    private final LimitWatch watch = new LimitWatch(this::stop, new LeftLocks(since -> {})); // it has no other guests
    private final Map<Integer, Script> scripts = new HashMap<>();
    private final Map<Long, CompletableFuture<HostMessage>> started = new HashMap<>();
    private volatile @Nullable GuestExecution running;
    private @Nullable Script warm; // the bootstrap that there are contexts for already
    private long calls;

    private WorkerMain(WorkerConnection connection) {
        this.connection = connection;
    }

    /** The argument that has it write an archive of its classes, instead of serving. */
    static final String TRAIN = "train";

    /** Reads the address of the socket and the secret to show there from the standard input, a line each. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length > 0 && arguments[0].equals(TRAIN)) {
            train();
            return;
        }
        try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            var address = UnixDomainSocketAddress.of(requireNonNull(in.readLine(), "address"));
            var secret = requireNonNull(in.readLine(), "secret");
            try (var connection = WorkerConnection.ofWorker(SocketChannel.open(address))) {
                connection.send(new WorkerFrame.Hello(secret));
                new WorkerMain(connection).serve();
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    /** Does what a worker does, so that the JVM learns what it needs; it ends by itself, or no archive would be written. */
    private static void train() throws IOException {
        try (var sandbox = new PolyglotSandbox(Platform.none())) {
            for (var i = 0; i < TRAINING; i++) {
                var outcome = sandbox.run(EXERCISE);
                WorkerConnection.rehearse(WorkerFrame.Ended.of(outcome, false));
                WorkerConnection.rehearse(
                        new WorkerFrame.Run(1, 2, "run", "{}", WorkerFrame.LimitNumbers.of(Limits.defaults()), null));
            }
        }
    }

    /** What a cold JVM takes longer for is not to count against the limits of the first guests. */
    private void warmUp(SpareContexts contexts, @Nullable String bootstrapCode) throws IOException {
        for (var i = 0; i < WARMING; i++) {
            var execution = new GuestExecution(
                    () -> contexts, watch, EXERCISE, HostLink.to(HostFunctions.none()), line -> {}, connection::wake);
            for (var pause = execution.begin(); pause instanceof Pause.Waits waits; pause = execution.goOn()) {
                LockSupport.parkNanos(waits.nanos());
            }
        }
        if (bootstrapCode != null) {
            warm = Script.of("postern:bootstrap", bootstrapCode);
            for (var i = 0; i < WARMING; i++) {
                contexts.take(warm, 0).close(false);
            }
        }
    }

    private void serve() throws IOException {
        var setup = connection.receive(WorkerFrame.Setup.class).frame();
        var platform = Platform.of(this::file, setup.modules(), setup.globals());
        try (var engine = PolyglotSandbox.engine();
                var contexts = new SpareContexts(engine, Prelude.with(platform))) {
            warmUp(contexts, setup.bootstrap());
            connection.send(new WorkerFrame.Ready());
            while (true) {
                var frame = connection.receive(WorkerFrame.FromHost.class).frame();
                switch (frame) {
                    case WorkerFrame.Code code -> scripts.put(code.number(), script(code));
                    case WorkerFrame.Run run -> {
                        var outcome = run(contexts, run);
                        connection.send(WorkerFrame.Ended.of(outcome, hasFilledTheHeap(outcome)));
                    }
                    case WorkerFrame.Answer late -> {}
                    case WorkerFrame.Refusal late -> {}
                    case WorkerFrame.Setup setUp -> throw new IOException("set up twice");
                    case WorkerFrame.File file -> throw new IOException("a file nobody has asked for");
                }
            }
        }
    }

    private Script script(WorkerFrame.Code code) {
        return warm != null && warm.code().equals(code.code())
                ? warm
                : Script.of(code.name(), code.code()).withModules(ModuleFiles.of(code.files()));
    }

    /** Where memory has run out, more than the guest may have met it. */
    private static boolean hasFilledTheHeap(GuestOutcome outcome) {
        return outcome instanceof GuestOutcome.LimitExceeded exceeded && exceeded.limit() == Limit.ALLOCATED_BYTES;
    }

    private GuestOutcome run(SpareContexts contexts, WorkerFrame.Run run) throws IOException {
        var invocation = new Invocation(
                "",
                requireNonNull(scripts.get(run.bootstrap())),
                requireNonNull(scripts.get(run.script())),
                run.handler(),
                run.input(),
                HostFunctions.none(),
                run.limits().limits(),
                run.fixedTime());
        var execution =
                new GuestExecution(() -> contexts, watch, invocation, new ToHost(), this::wrote, connection::wake);
        running = execution;
        try {
            var pause = execution.begin();
            while (pause instanceof Pause.Waits waits) {
                await(waits, execution);
                pause = execution.goOn();
            }
            return ((Pause.Ends) pause).outcome();
        } finally {
            running = null;
            started.clear();
        }
    }

    /** Until there is something to do, with the host's answers taken meanwhile. */
    private void await(Pause.Waits waits, GuestExecution execution) throws IOException {
        var due = System.nanoTime() + waits.nanos();
        for (var left = waits.nanos(); left > 0 && !execution.isDue(); left = due - System.nanoTime()) {
            take(connection.receive(WorkerFrame.FromHost.class, left));
        }
    }

    /** Takes the answer to a call that was started. */
    private void take(@Nullable Received<WorkerFrame.FromHost> received) throws IOException {
        if (received == null) {
            return;
        }
        switch (received.frame()) {
            case WorkerFrame.Answer answer -> {
                var call = started.remove(answer.call());
                if (call != null) {
                    call.complete(HostMessage.of(answer.json(), received.bytes()));
                }
            }
            case WorkerFrame.Refusal refusal -> {
                var call = started.remove(refusal.call());
                if (call != null) {
                    call.completeExceptionally(refused(refusal));
                }
            }
            case WorkerFrame.Setup setup -> throw new IOException("set up twice");
            case WorkerFrame.Code code -> throw new IOException("code for nothing that runs");
            case WorkerFrame.Run run -> throw new IOException("two executions at once");
            case WorkerFrame.File file -> throw new IOException("a file nobody has asked for");
        }
    }

    private static HostFunction.Refused refused(WorkerFrame.Refusal refusal) {
        return new HostFunction.Refused(refusal.name(), refusal.code(), refusal.message());
    }

    /** The functions are the host's, and what they do is done there. */
    private final class ToHost implements HostLink {
        @Override
        public HostMessage call(String name, HostMessage argument) throws HostFunction.Refused {
            ask(new WorkerFrame.Call(name, argument.json()), argument);
            try {
                while (true) {
                    var received = connection.receive(WorkerFrame.FromHost.class);
                    switch (received.frame()) {
                        case WorkerFrame.Answer answer
                        when answer.call() == 0 -> {
                            return HostMessage.of(answer.json(), received.bytes());
                        }
                        case WorkerFrame.Refusal refusal when refusal.call() == 0 -> throw refused(refusal);
                        default -> take(received);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public CompletableFuture<HostMessage> start(String name, HostMessage argument) throws HostFunction.Refused {
            var number = ++calls;
            var call = new CompletableFuture<HostMessage>();
            ask(new WorkerFrame.Start(number, name, argument.json()), argument);
            started.put(number, call);
            var unused = call.whenComplete((message, failure) -> {
                if (call.isCancelled()) {
                    giveUp(number);
                }
            });
            return call;
        }

        private void giveUp(long number) {
            started.remove(number);
            say(new WorkerFrame.Cancel(number));
        }

        private void ask(WorkerFrame question, HostMessage argument) throws HostFunction.Refused {
            try {
                connection.send(question, argument.bytes());
            } catch (WorkerConnection.TooLongException e) {
                throw new HostFunction.Refused("RangeError", "", "the argument is too long");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Optional<String> file(String path) {
        if (Thread.currentThread() != main) {
            throw new IllegalStateException("the platform is read by guests only");
        }
        try {
            connection.send(new WorkerFrame.Read(path));
            while (true) {
                var received = connection.receive(WorkerFrame.FromHost.class);
                if (received.frame() instanceof WorkerFrame.File file) {
                    return Optional.ofNullable(file.text());
                }
                take(received);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void wrote(ConsoleLine line) {
        say(new WorkerFrame.Wrote(line.level(), line.message()));
    }

    private void say(WorkerFrame frame) {
        try {
            connection.send(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the context of a guest that is over a limit. If that does not help, the process ends with what is known. */
    private void stop(Context context) {
        var stopped = running;
        LimitWatch.close(context);
        Thread.ofPlatform().daemon().name("postern-halt").start(() -> {
            var until = System.nanoTime() + GuestThreads.TO_STOP.toNanos();
            for (var left = GuestThreads.TO_STOP.toNanos();
                    left > 0 && running == stopped;
                    left = until - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (stopped != null && running == stopped) {
                try {
                    connection.send(WorkerFrame.Ended.of(stopped.giveUp(), true));
                } catch (IOException e) {
                    // the host will see that this process has ended
                }
                Runtime.getRuntime().halt(0);
            }
        });
    }
}
