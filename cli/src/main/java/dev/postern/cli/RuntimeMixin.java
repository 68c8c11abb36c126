package dev.postern.cli;

import dev.postern.ActionsRuntime;
import dev.postern.ActionsRuntimeBuilder;
import dev.postern.action.SecretSource;
import dev.postern.http.EgressPolicy;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.store.file.StateFolder;
import dev.postern.tenant.TenantLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that make a runtime. */
@SuppressWarnings("NullAway.Init") // set by picocli
final class RuntimeMixin {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,6})(ms|s|m)");

    private static final WorkerSettings ONE_WORKER = WorkerSettings.defaults().withMost(1);

    @Mixin
    private SecretsMixin secrets;

    @Option(names = "--state", paramLabel = "DIR", description = "Where paused flows are kept.")
    private @Nullable Path state;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Time for the Actions between two pauses, such as 500ms or 2s. 20s if not given.")
    private @Nullable String timeout;

    @Option(
            names = "--now",
            paramLabel = "ISO",
            description =
                    "The time that Actions see, such as 2026-01-01T00:00:00Z; it stands still. A resume needs it again.")
    private @Nullable String now;

    @Option(
            names = "--allow-net",
            paramLabel = "HOST",
            description =
                    "Lets Actions fetch from this host, address or range too, such as localhost:8080; may be repeated.")
    private List<String> allowNet = List.of();

    @Option(
            names = "--isolation",
            paramLabel = "LEVEL",
            converter = IsolationConverter.class,
            completionCandidates = IsolationConverter.Candidates.class,
            description = "What Actions run in: ${COMPLETION-CANDIDATES}; in-process if not given.")
    private Isolation isolation = Isolation.IN_PROCESS;

    /** The secrets that are given. */
    SecretsMixin secrets() {
        return secrets;
    }

    /** A runtime as the options say, to be completed. */
    ActionsRuntimeBuilder runtime(Terminal terminal, SecretSource source) {
        var folder = StateFolder.open(state == null ? terminal.stateFolder() : state);
        var snapshots = folder.snapshots();
        snapshots.removeExpired(Instant.now());
        var builder = ActionsRuntime.builder()
                .withSnapshots(snapshots, folder.keys())
                .withActionVersions(folder.actionVersions())
                .withSecrets(source)
                .withCommandLines()
                .withQuickStart()
                .withIsolation(isolation)
                .withWorkers(ONE_WORKER)
                .withTenantLimits(tenant -> TenantLimits.none()) // nobody to be fair to on a laptop
                .withConsole(new LogPrinter(terminal));
        var egress = egress();
        builder.withEgress(tenant -> egress);
        if (timeout != null) {
            builder.withLimits(limits(duration(timeout)));
        }
        if (now != null) {
            stopTheClock(builder, now);
        }
        return builder;
    }

    /** The command for a later resume: it is to find the flow, to see the same time, and to have the same secrets. */
    ResumeLine resumeLine() {
        var line = new ResumeLine("");
        if (state != null) {
            line = line.with("--state", state);
        }
        if (isolation != Isolation.IN_PROCESS) {
            line = line.with("--isolation", IsolationConverter.name(isolation));
        }
        for (var host : allowNet) {
            line = line.with("--allow-net", host);
        }
        return secrets.again(now == null ? line : line.with("--now", now));
    }

    private EgressPolicy egress() {
        try {
            return EgressPolicy.publicOnly().allowing(allowNet);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--allow-net: " + e.getMessage());
        }
    }

    /** An Action may compute for as long as the time that was asked for, even if that is longer than the default. */
    private static Limits limits(Duration wallClock) {
        var limits = Limits.defaults().withWallClock(wallClock);
        return wallClock.compareTo(limits.cpuTime()) > 0 ? limits.withCpuTime(wallClock) : limits;
    }

    private static Duration duration(String text) {
        var found = DURATION.matcher(text.toLowerCase(Locale.ROOT));
        if (!found.matches() || Long.parseLong(found.group(1)) == 0) {
            throw new UsageException("--timeout takes a time such as 500ms, 2s or 1m, not '" + text + "'");
        }
        var amount = Long.parseLong(found.group(1));
        return switch (found.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            default -> Duration.ofMinutes(amount);
        };
    }

    private static void stopTheClock(ActionsRuntimeBuilder builder, String text) {
        try {
            builder.withFixedTime(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new UsageException("--now takes a time such as 2026-01-01T00:00:00Z, not '" + text + "'");
        } catch (IllegalArgumentException e) {
            throw new UsageException("--now takes another time: " + e.getMessage());
        }
    }
}
