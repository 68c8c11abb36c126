package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.ActionVersion;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.api.ApiCommand;
import dev.postern.api.ApiCommandParser;
import dev.postern.api.InvalidCommandException;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.ConsoleLine;
import dev.postern.sandbox.GuestError;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Invocation;
import dev.postern.sandbox.Limit;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.Usage;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs one Action: makes its input, has the sandbox run it, and reads what it hands back. */
final class ActionExecutor {

    /** How much of what an Action writes to the console is kept in its record. */
    private static final int KEPT_LOG_CHARS = 256;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Sandbox sandbox;
    private final SecretSource secretSource;
    private final HostCalls hostCalls;
    private final TenantHttp tenantHttp;
    private final @Nullable Instant fixedTime;
    private final boolean withLines;
    private final ActionConsole console;

    ActionExecutor(
            Sandbox sandbox,
            SecretSource secretSource,
            HostCalls hostCalls,
            TenantHttp tenantHttp,
            @Nullable Instant fixedTime,
            boolean withLines,
            ActionConsole console) {
        this.sandbox = sandbox;
        this.secretSource = secretSource;
        this.hostCalls = hostCalls;
        this.tenantHttp = tenantHttp;
        this.fixedTime = fixedTime;
        this.withLines = withLines;
        this.console = console;
    }

    /** How one Action ended: with commands, or with an error. */
    sealed interface Ended {
        Execution execution();

        /** With the secrets that must not show in what is said of the commands. */
        record Well(ApiCommandParser.Handed handed, Secrets secrets, Execution execution) implements Ended {}

        record Badly(ActionError error, Execution execution) implements Ended {}
    }

    /** Runs the Action's handler under these limits, with what is left of the time for this part of the flow. */
    Ended run(
            FlowState state,
            ActionVersion action,
            Trigger trigger,
            String handler,
            Limits limits,
            Duration timeLeft,
            Turn turn) {
        var event = state.currentEvent();
        var tenant = state.start().tenant().id();
        var secrets = secretSource.secrets(tenant, action.name());
        var modules = new ModuleSecrets(secretSource, tenant, secrets);
        try (var http = tenantHttp.forExecution(tenant, state.start().depth())) {
            var invocation = new Invocation(
                    tenant.value(),
                    trigger.bootstrap(),
                    action.script(),
                    handler,
                    input(state, event, secrets),
                    modules.and(hostCalls.functions(state, event, http)),
                    limits.withWallClock(timeLeft),
                    fixedTime);
            var outcome = run(invocation, turn);
            return read(outcome, state, action, trigger, handler, limits, modules.given());
        }
    }

    /** What ends in a fault of ours has cost the tenant's share all the same. */
    private GuestOutcome run(Invocation invocation, Turn turn) {
        var started = System.nanoTime();
        try {
            var outcome = sandbox.run(invocation);
            turn.ran(outcome);
            return outcome;
        } catch (RuntimeException e) {
            var elapsed = Duration.ofNanos(System.nanoTime() - started);
            turn.ran(new GuestOutcome.Died(List.of(), new Usage(elapsed, elapsed, 0)));
            throw e;
        }
    }

    private String input(FlowState state, Event event, Secrets secrets) {
        var input = MAPPER.createObjectNode();
        input.set("event", event.forAction(secrets.values()));
        var settings = input.putObject("settings");
        settings.put("canRedirect", state.canRedirect());
        settings.put("primaryUserSet", state.effects().primaryUserId() != null);
        settings.put("withLines", withLines);
        settings.put("transactionMetadata", event.at("transaction", "metadata").toString());
        settings.put("samlChars", state.start().tenant().samlChars());
        var refreshToken = state.effects().refreshToken();
        if (refreshToken != null) {
            settings.set(
                    "refreshTokenMetadata", EventMirror.metadata(event, ApiCommand.Holder.REFRESH_TOKEN, refreshToken));
        }
        var saml = state.effects().samlResponse();
        settings.putPOJO("samlAttributes", saml == null ? Map.of() : saml.attributes());
        try {
            return MAPPER.writeValueAsString(input);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event cannot be written", e);
        }
    }

    private Ended read(
            GuestOutcome outcome,
            FlowState state,
            ActionVersion action,
            Trigger trigger,
            String handler,
            Limits limits,
            Secrets secrets) {
        var lines = redacted(outcome.console(), secrets);
        lines.forEach(line -> console.line(state.start().transactionId(), action.name(), line));
        var millis = outcome.usage().duration().toNanos() / 1e6;
        var failed = new Execution(
                action.name(), handler, Execution.Outcome.FAILED, List.of(), kept(lines), List.of(), millis, null);
        return switch (outcome) {
            case GuestOutcome.Returned returned -> {
                try {
                    var handed = ApiCommandParser.parse(
                            returned.json(), trigger.contract().methods());
                    yield new Ended.Well(
                            handed,
                            secrets,
                            new Execution(
                                    action.name(),
                                    handler,
                                    Execution.Outcome.FINAL,
                                    RecordRedaction.redacted(handed.recorded(), secrets),
                                    kept(lines),
                                    List.of(),
                                    millis,
                                    null));
                } catch (InvalidCommandException e) {
                    yield new Ended.Badly(
                            ActionError.of(
                                    ErrorCode.COMMAND_INVALID,
                                    action.name(),
                                    secrets.redact(String.valueOf(e.getMessage()))),
                            failed);
                }
            }
            case GuestOutcome.Threw threw ->
                new Ended.Badly(error(action, threw.error(), trigger, handler, secrets), failed);
            case GuestOutcome.LimitExceeded exceeded -> new Ended.Badly(error(action, exceeded, limits), failed);
            case GuestOutcome.Cancelled cancelled ->
                new Ended.Badly(
                        ActionError.of(
                                ErrorCode.CANCELLED, action.name(), "the server stopped before the Action had ended"),
                        failed);
            case GuestOutcome.Died died ->
                new Ended.Badly(
                        ActionError.of(
                                ErrorCode.WORKER_DIED,
                                action.name(),
                                "the process that ran the Action has ended before it; start the login again"),
                        failed);
            case GuestOutcome.Overloaded overloaded ->
                new Ended.Badly(
                        ActionError.of(
                                ErrorCode.OVERLOADED,
                                action.name(),
                                "the server has no room to run the Action now; start the login again later"),
                        failed);
        };
    }

    private static ActionError error(
            ActionVersion action, GuestError error, Trigger trigger, String handler, Secrets secrets) {
        var code = switch (error.kind()) {
            case THROWN -> ErrorCode.ACTION_THREW;
            case UNHANDLED_REJECTION -> ErrorCode.UNHANDLED_REJECTION;
            case SYNTAX -> ErrorCode.SYNTAX_ERROR;
            case MODULE -> ErrorCode.MODULE_INVALID;
            case HANDLER -> ErrorCode.HANDLER_INVALID;
            case NEVER_SETTLED -> ErrorCode.NEVER_SETTLED;
        };
        var hint = code == ErrorCode.HANDLER_INVALID
                ? SimilarHandlers.in(action.code(), trigger, handler)
                : MissingModules.hint(error.message());
        return new ActionError(
                code,
                action.name(),
                secrets.redact(error.name()),
                secrets.redact(error.message()) + secrets.redact(hint), // each by itself: a cut shows at the end
                error.line(),
                secrets.redact(error.stack()));
    }

    private static ActionError error(ActionVersion action, GuestOutcome.LimitExceeded exceeded, Limits limits) {
        var code = switch (exceeded.limit()) {
            case WALL_CLOCK, ENGINE_LOCK -> ErrorCode.TIME_LIMIT;
            case CPU_TIME -> ErrorCode.CPU_LIMIT;
            case ALLOCATED_BYTES -> ErrorCode.MEMORY_LIMIT;
            case STATEMENTS -> ErrorCode.STATEMENT_LIMIT;
            case SOURCE_BYTES -> ErrorCode.SOURCE_LIMIT;
            case OUTPUT_CHARS -> ErrorCode.OUTPUT_LIMIT;
        };
        return limitError(code, limits, exceeded.limit(), action.name(), exceeded.line());
    }

    /** The error of a flow whose Actions together took too long. */
    static ActionError timeError(String action, Limits limits) {
        return limitError(ErrorCode.TIME_LIMIT, limits, Limit.WALL_CLOCK, action, 0);
    }

    private static ActionError limitError(ErrorCode code, Limits limits, Limit limit, String action, int line) {
        var message = "the Action exceeded the " + limit.title() + " limit of " + limits.describe(limit);
        return new ActionError(code, action, "Error", message, line, "");
    }

    private static List<ConsoleLine> redacted(List<ConsoleLine> lines, Secrets secrets) {
        return lines.stream()
                .map(line -> new ConsoleLine(line.level(), secrets.redact(line.message())))
                .toList();
    }

    private static List<ConsoleLine> kept(List<ConsoleLine> lines) {
        var kept = new ArrayList<ConsoleLine>();
        var left = KEPT_LOG_CHARS;
        for (var line : lines) {
            if (left <= 0) {
                break;
            }
            var message =
                    line.message().substring(0, Math.min(left, line.message().length()));
            kept.add(new ConsoleLine(line.level(), message));
            left -= Math.max(1, message.length());
        }
        return kept;
    }
}
