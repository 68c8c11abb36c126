package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a host and its worker process say to each other, each in a frame of its own. The worker says {@link Hello} and is
 * told the platform, with which it makes itself {@link Ready}. From then on it runs what it is told, one execution at a
 * time, and asks meanwhile. A host believes nothing of what a worker says: hostile code may have written it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = WorkerFrame.Setup.class, name = "setup"),
    @JsonSubTypes.Type(value = WorkerFrame.Code.class, name = "code"),
    @JsonSubTypes.Type(value = WorkerFrame.Run.class, name = "run"),
    @JsonSubTypes.Type(value = WorkerFrame.Answer.class, name = "answer"),
    @JsonSubTypes.Type(value = WorkerFrame.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = WorkerFrame.File.class, name = "file"),
    @JsonSubTypes.Type(value = WorkerFrame.Hello.class, name = "hello"),
    @JsonSubTypes.Type(value = WorkerFrame.Ready.class, name = "ready"),
    @JsonSubTypes.Type(value = WorkerFrame.Call.class, name = "call"),
    @JsonSubTypes.Type(value = WorkerFrame.Start.class, name = "start"),
    @JsonSubTypes.Type(value = WorkerFrame.Cancel.class, name = "cancel"),
    @JsonSubTypes.Type(value = WorkerFrame.Read.class, name = "read"),
    @JsonSubTypes.Type(value = WorkerFrame.Wrote.class, name = "wrote"),
    @JsonSubTypes.Type(value = WorkerFrame.Ended.class, name = "ended")
})
sealed interface WorkerFrame {

    /** What the host says. */
    sealed interface FromHost extends WorkerFrame {}

    /** What the worker says. */
    sealed interface FromWorker extends WorkerFrame {}

    /** The platform: the file of each module, and the script of its globals; and a bootstrap to get ready for, if known. */
    record Setup(
            Map<String, String> modules,
            String globals,
            @Nullable String bootstrap) implements FromHost {}

    /** A script for this and later executions, under a number of the host's. */
    record Code(int number, String name, String code, Map<String, String> files) implements FromHost {}

    /** One execution, of scripts that were sent before. */
    record Run(
            int bootstrap,
            int script,
            String handler,
            String input,
            LimitNumbers limits,
            @Nullable Long fixedMillis) implements FromHost {

        @Nullable
        Instant fixedTime() {
            return fixedMillis == null ? null : Instant.ofEpochMilli(fixedMillis);
        }
    }

    /** The answer to a call, with its bytes beside; 0 for the one that the guest waits for. */
    record Answer(long call, String json) implements FromHost {}

    /** The error to throw instead of an answer. */
    record Refusal(long call, String name, String code, String message) implements FromHost {}

    /** A file of the platform, or that there is none. */
    record File(@Nullable String text) implements FromHost {}

    /** Proves that the process that has connected is the one that was started. */
    record Hello(String secret) implements FromWorker {
        public Hello {
            requireNonNull(secret, "secret");
        }
    }

    /** Nothing is left to prepare. */
    record Ready() implements FromWorker {}

    /** Calls a host function, and waits. */
    record Call(String function, String json) implements FromWorker {
        public Call {
            requireNonNull(function, "function");
            requireNonNull(json, "json");
        }
    }

    /** Begins a call of a host function, under a number of the worker's. */
    record Start(long call, String function, String json) implements FromWorker {
        public Start {
            requireNonNull(function, "function");
            requireNonNull(json, "json");
        }
    }

    /** Gives a call up. */
    record Cancel(long call) implements FromWorker {}

    /** Asks for a file of the platform, and waits. */
    record Read(String path) implements FromWorker {
        public Read {
            requireNonNull(path, "path");
        }
    }

    /** The guest has written to the console. */
    record Wrote(String level, String message) implements FromWorker {
        public Wrote {
            ConsoleLine.checkLevel(level);
            requireNonNull(message, "message");
        }
    }

    /** The execution is over; what it wrote was told before. After the last one the worker runs no other. */
    record Ended(
            boolean isLast,
            Outcome outcome,
            @Nullable String json,
            @Nullable GuestError error,
            @Nullable Limit limit,
            int line,
            long nanos,
            long cpuNanos,
            long allocatedBytes)
            implements FromWorker {

        enum Outcome {
            RETURNED,
            THREW,
            LIMIT,
            CANCELLED
        }

        static Ended of(GuestOutcome outcome, boolean isLast) {
            return switch (outcome) {
                case GuestOutcome.Returned returned ->
                    of(isLast, Outcome.RETURNED, returned.json(), null, null, 0, outcome.usage());
                case GuestOutcome.Threw threw ->
                    of(isLast, Outcome.THREW, null, threw.error(), null, 0, outcome.usage());
                case GuestOutcome.LimitExceeded exceeded ->
                    of(isLast, Outcome.LIMIT, null, null, exceeded.limit(), exceeded.line(), outcome.usage());
                case GuestOutcome.Cancelled cancelled ->
                    of(isLast, Outcome.CANCELLED, null, null, null, 0, outcome.usage());
                case GuestOutcome.Died died -> throw new IllegalStateException("a worker has no workers");
                case GuestOutcome.Overloaded overloaded -> throw new IllegalStateException("a worker is asked in turn");
            };
        }

        private static Ended of(
                boolean isLast,
                Outcome outcome,
                @Nullable String json,
                @Nullable GuestError error,
                @Nullable Limit limit,
                int line,
                Usage usage) {
            return new Ended(
                    isLast,
                    outcome,
                    json,
                    error,
                    limit,
                    line,
                    usage.duration().toNanos(),
                    usage.cpuTime().toNanos(),
                    usage.allocatedBytes());
        }

        /** What the worker says it has used. */
        Usage usage() {
            return new Usage(Duration.ofNanos(nanos), Duration.ofNanos(cpuNanos), allocatedBytes);
        }

        /** The outcome; null if that is no outcome. */
        @Nullable
        GuestOutcome read(List<ConsoleLine> console, int outputChars, Usage usage) {
            return switch (outcome) {
                case RETURNED ->
                    json == null
                            ? null
                            : json.length() > outputChars
                                    ? new GuestOutcome.LimitExceeded(Limit.OUTPUT_CHARS, 0, console, usage)
                                    : new GuestOutcome.Returned(json, console, usage);
                case THREW -> error == null ? null : new GuestOutcome.Threw(error.cut(), console, usage);
                case LIMIT -> limit == null ? null : new GuestOutcome.LimitExceeded(limit, line, console, usage);
                case CANCELLED -> new GuestOutcome.Cancelled(console, usage);
            };
        }
    }

    /** {@link Limits} as numbers. */
    record LimitNumbers(
            long wallClockNanos,
            long cpuNanos,
            long allocatedBytes,
            long statements,
            int consoleBytes,
            int sourceBytes,
            int outputChars) {

        static LimitNumbers of(Limits limits) {
            return new LimitNumbers(
                    limits.wallClock().toNanos(),
                    limits.cpuTime().toNanos(),
                    limits.allocatedBytes(),
                    limits.statements(),
                    limits.consoleBytes(),
                    limits.sourceBytes(),
                    limits.outputChars());
        }

        Limits limits() {
            return new Limits(
                    Duration.ofNanos(wallClockNanos),
                    Duration.ofNanos(cpuNanos),
                    allocatedBytes,
                    statements,
                    consoleBytes,
                    sourceBytes,
                    outputChars);
        }
    }
}
