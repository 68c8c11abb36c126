package dev.postern;

import static java.util.Objects.requireNonNull;

import dev.postern.FlowRunner.Move;
import dev.postern.FlowState.PinnedAction;
import dev.postern.FlowState.Start;
import dev.postern.action.ActionVersion;
import dev.postern.action.ActionVersions;
import dev.postern.action.SecretSource;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.deployment.Flow;
import dev.postern.directory.EnrolledFactors;
import dev.postern.directory.FactorPolicy;
import dev.postern.directory.UserSearch;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.factor.MultifactorProvider;
import dev.postern.node.NodeCalls;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.Sandbox;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotSeal;
import dev.postern.snapshot.SnapshotStore;
import dev.postern.tenant.LimitsSource;
import dev.postern.trigger.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs the flows of all tenants of an identity server.
 *
 * <p>Thread-safe: any number of flows may run at once, each on the thread that called. A paused flow holds no thread and
 * no memory but its snapshot. Whatever goes wrong, a login only went through if the result is {@link
 * FlowResult.Completed}; treat an exception as a denial.
 */
public final class ActionsRuntime implements AutoCloseable {

    private final Sandbox sandbox;
    private final NodeCalls node = new NodeCalls();
    private final TenantHttp http;
    private final Fairness fairness;
    private final LimitsSource limits;
    private final ActionExecutor executor;
    private final CommandMerge merge;
    private final SnapshotStore store;
    private final SnapshotSeal seal;
    private final ActionVersions versions;
    private final SecretSource secrets;
    private final Clock clock;
    private final Clock shownClock;
    private final Duration snapshotLifetime;
    private final EnrolledFactors enrolledFactors;
    private final FactorPolicy factorPolicy;
    private final UserSearch users;
    private final EventCheck eventCheck;

    ActionsRuntime(ActionsRuntimeBuilder builder, Sandbox sandbox) {
        this.sandbox = sandbox;
        this.clock = builder.clock;
        var fixedTime = builder.fixedTime;
        this.shownClock = fixedTime == null ? clock : Clock.fixed(fixedTime, ZoneOffset.UTC);
        var hostCalls = new HostCalls(node, builder.cache, builder.groups, builder.roles, shownClock);
        this.http = new TenantHttp(builder.egress, builder.httpLimits, builder.depthHeader);
        this.executor = new ActionExecutor(
                sandbox, builder.secrets, hostCalls, http, fixedTime, builder.withCommandLines, builder.console);
        this.fairness = new Fairness(builder.tenantLimits, builder.nanoTime);
        this.limits = builder.limits;
        this.merge = new CommandMerge(shownClock);
        this.store = builder.store;
        this.seal = new SnapshotSeal(builder.keys);
        this.versions = builder.versions;
        this.secrets = builder.secrets;
        this.snapshotLifetime = builder.snapshotLifetime;
        this.enrolledFactors = builder.enrolledFactors;
        this.factorPolicy = builder.factorPolicy;
        this.users = builder.users;
        this.eventCheck = new EventCheck(builder.eventWarnings);
    }

    public static ActionsRuntimeBuilder builder() {
        return new ActionsRuntimeBuilder();
    }

    /**
     * Runs the flow from its first Action until it pauses or ends.
     *
     * @throws ActionsException {@code event_invalid} if the event lacks what the trigger's events always have; {@code
     *     resource_exhausted} or {@code breaker_open} if the tenant takes more of the server than it may, {@code cancelled}
     *     if the thread is interrupted while it waits for the tenant's turn; {@code snapshot_store_failed} if a pause cannot
     *     be kept
     */
    public FlowResult start(Flow flow, Event event) {
        try (var turn = fairness.admit(flow.tenant().id())) {
            return start(flow, event, turn);
        }
    }

    private FlowResult start(Flow flow, Event event, Turn turn) {
        var tenant = flow.tenant().id();
        var checked = eventCheck.complete(flow.trigger(), event);
        var pinned = flow.actions().stream()
                .map(action -> new PinnedAction(
                        action.name(),
                        action.contentHash(),
                        secrets.secrets(tenant, action.name()).values().keySet()))
                .toList();
        var transactionId = checked.transactionId().isEmpty() ? EventCheck.newTransactionId() : checked.transactionId();
        var start = new Start(
                flow.tenant(), flow.tenant().factors(), flow.trigger().id(), transactionId, flow.depth(), pinned);
        var runner = runner(flow.actions(), flow.trigger(), limits.limits(tenant), turn);
        return result(runner.run(withFactors(FlowState.begin(start, checked))), flow.actions());
    }

    /**
     * Goes on with a paused flow, once. The flow runs the Action versions it started with.
     *
     * @throws ActionsException with a code of the snapshot if it is refused; {@code resumption_mismatch}, {@code
     *     event_invalid}, {@code action_version_missing} or {@code secret_missing} if the input is at fault, and {@code
     *     resource_exhausted}, {@code breaker_open} or {@code cancelled} as at a start, in which cases the flow still
     *     waits
     */
    public FlowResult resume(ResumeToken token, Resumption resumption) {
        requireNonNull(resumption, "resumption");
        var paused = open(token);
        var flow = paused.flow();
        check(paused.awaiting(), resumption);
        checkState(token, resumption);
        checkDepth(resumption);
        var actions = actions(flow);
        checkSecrets(flow);
        // Before the token is used: what is refused, or what the host throws, loses no flow.
        var tenant = flow.start().tenant().id();
        var allowed = limits.limits(tenant);
        try (var turn = fairness.admit(tenant)) {
            var known = withFactors(flow);
            if (!store.consume(token.snapshotId())) {
                throw replayed();
            }
            var runner = runner(actions, trigger(flow), allowed, turn);
            return answer(known, paused.awaiting(), resumption, runner, actions);
        }
    }

    /**
     * Shows a paused flow without going on with it: to ask the user again after a wrong code or a reload.
     *
     * @throws ActionsException with a code of the snapshot if it is refused
     */
    public PausedFlow find(ResumeToken token) {
        var paused = open(token);
        var flow = paused.flow();
        return new PausedFlow(
                trigger(flow), result(paused, token), flow.event().value().request());
    }

    /** Cancels what is running, which then fails with {@code cancelled}, and releases the engine. Paused flows stay. */
    @Override
    public void close() {
        fairness.close();
        sandbox.close();
        http.close();
    }

    private FlowRunner runner(List<ActionVersion> actions, Trigger trigger, Limits allowed, Turn turn) {
        return new FlowRunner(executor, merge, users, actions, trigger, allowed, turn);
    }

    /** The flow with what the host says now of the user's factors, and of those that may be used, if it is one with MFA. */
    private FlowState withFactors(FlowState flow) {
        if (!trigger(flow).contract().event().documents("user", "enrolledFactors")) {
            return flow;
        }
        var tenant = flow.start().tenant();
        var event = flow.event().value();
        var types = enrolledFactors.types(tenant.id(), event.userId());
        var known = types.isEmpty() ? event : event.withEnrolledFactors(types.get());
        return flow.withFactors(factorPolicy.factors(tenant, known), known);
    }

    private FlowResult answer(
            FlowState flow, Awaiting awaiting, Resumption resumption, FlowRunner runner, List<ActionVersion> actions) {
        return switch (resumption) {
            case Resumption.Failed failed -> FlowRunner.denied(flow, Denial.access(failed.reason()), Effects.none());
            case Resumption.Redirect redirect ->
                result(runner.runAfterDeparture(flow.withoutDeparture().withRequest(redirect.request())), actions);
            case Resumption.Prompt prompt -> {
                var form = (Awaiting.Prompt) awaiting;
                var sent = flow.withoutDeparture()
                        .withRequest(prompt.request())
                        .withPrompt(
                                form.promptId(),
                                form.fields().deepCopy().setAll(prompt.fields()),
                                form.vars().deepCopy().setAll(prompt.vars()));
                yield result(runner.runAfterDeparture(sent), actions);
            }
            case Resumption.Challenge challenge ->
                afterMfa(
                        flow.withPassed(challenge.factor(), shownClock.instant()),
                        awaiting,
                        challenge,
                        runner,
                        actions);
            case Resumption.Enrollment enrollment -> {
                var enrolled = flow.withEnrolled(enrollment.factor());
                var passed = enrollment.factor().isProvedByEnrollment()
                        ? enrolled.withPassed(enrollment.factor(), shownClock.instant())
                        : enrolled;
                yield afterMfa(passed, awaiting, enrollment, runner, actions);
            }
            case Resumption.RememberedBrowser remembered -> FlowRunner.completed(flow);
        };
    }

    private FlowResult afterMfa(
            FlowState flow, Awaiting awaiting, Resumption resumption, FlowRunner runner, List<ActionVersion> actions) {
        if (awaiting.isFinal()) {
            return FlowRunner.completed(flow);
        }
        var next = flow.with(flow.mfa().withoutFirst()).withRequest(resumption.request());
        return result(runner.run(next), actions);
    }

    private FlowResult result(Move move, List<ActionVersion> actions) {
        return switch (move) {
            case Move.Over over -> over.result();
            case Move.Wait wait -> pause(wait, actions);
            case Move.On on -> throw new IllegalStateException("a flow stopped where it should go on");
        };
    }

    private FlowResult pause(Move.Wait wait, List<ActionVersion> actions) {
        var flow = wait.state();
        var tenant = flow.start().tenant().id();
        actions.forEach(action -> versions.keep(tenant, action));
        var expiresAt = clock.instant().plus(snapshotLifetime);
        var paused = new PausedState(flow, wait.awaiting(), expiresAt.toEpochMilli());
        store.save(wait.token().snapshotId(), seal.seal(wait.token(), paused.toJson()), paused.expiresAt());
        return result(paused, wait.token());
    }

    private static FlowResult.Paused result(PausedState paused, ResumeToken token) {
        var flow = paused.flow();
        return new FlowResult.Paused(
                paused.awaiting(),
                token,
                paused.expiresAt(),
                flow.effects(),
                flow.start().transactionId(),
                flow.executions());
    }

    private PausedState open(ResumeToken token) {
        var stored = store.find(token.snapshotId())
                .orElseThrow(
                        () -> new ActionsException(
                                ErrorCode.SNAPSHOT_NOT_FOUND,
                                "no paused login has this resume token here; check the token and where flows are kept, or start again"));
        return switch (stored) {
            case SnapshotStore.Stored.Consumed consumed -> throw replayed();
            case SnapshotStore.Stored.Waiting waiting -> {
                var paused = PausedState.fromJson(seal.open(token, waiting.snapshot()));
                if (!clock.instant().isBefore(paused.expiresAt())) {
                    throw new ActionsException(
                            ErrorCode.SNAPSHOT_EXPIRED, "the paused login has expired; start the login again");
                }
                yield paused;
            }
        };
    }

    private static ActionsException replayed() {
        return new ActionsException(
                ErrorCode.SNAPSHOT_REPLAYED, "the paused login was resumed before; a resume token works once");
    }

    private static void check(Awaiting awaiting, Resumption resumption) {
        var fits = switch (resumption) {
            case Resumption.Failed failed -> true;
            case Resumption.Redirect redirect -> awaiting instanceof Awaiting.Redirect;
            case Resumption.Prompt prompt -> awaiting instanceof Awaiting.Prompt;
            case Resumption.Enrollment enrollment ->
                awaiting instanceof Awaiting.Enrollment && awaiting.offers(enrollment.factor());
            case Resumption.Challenge challenge ->
                awaiting instanceof Awaiting.Challenge asked
                        && (challenge.factor() == null
                                ? asked.provider() == MultifactorProvider.DUO
                                : asked.offers(challenge.factor()));
            case Resumption.RememberedBrowser remembered ->
                awaiting instanceof Awaiting.Challenge asked && asked.isFinal() && asked.allowRememberBrowser();
        };
        if (!fits) {
            throw new ActionsException(
                    ErrorCode.RESUMPTION_MISMATCH,
                    "the paused login waits for something else than what was answered; it still waits");
        }
    }

    /** A browser comes back with the state it was sent away with (semantics 53): no other flow's answer is taken for this one's. */
    private static void checkState(ResumeToken token, Resumption resumption) {
        if (resumption instanceof Resumption.Redirect redirect
                && !redirect.request().hasOnly("state", token.value())) {
            throw new ActionsException(
                    ErrorCode.RESUMPTION_MISMATCH,
                    "the state of the request is not that of the paused login; pass the request as it came to the"
                            + " continue address; the login still waits");
        }
    }

    private static void checkDepth(Resumption resumption) {
        EventCheck.checkDepth("the request", resumption.request().json());
        if (resumption instanceof Resumption.Prompt prompt) {
            EventCheck.checkDepth("the form", prompt.fields());
            EventCheck.checkDepth("the form", prompt.vars());
        }
    }

    private List<ActionVersion> actions(FlowState flow) {
        var tenant = flow.start().tenant().id();
        var actions = new ArrayList<ActionVersion>();
        for (var pinned : flow.start().actions()) {
            actions.add(versions.find(tenant, pinned.contentHash())
                    .orElseThrow(() -> new ActionsException(
                            ErrorCode.ACTION_VERSION_MISSING,
                            "the version of Action '" + pinned.name() + "' that the paused login began with is gone ("
                                    + pinned.contentHash() + "); keep it and resume again")));
        }
        return actions;
    }

    private void checkSecrets(FlowState flow) {
        var tenant = flow.start().tenant().id();
        for (var pinned : flow.start().actions()) {
            var missing = new ArrayList<>(pinned.secretNames());
            missing.removeAll(secrets.secrets(tenant, pinned.name()).values().keySet());
            if (!missing.isEmpty()) {
                missing.sort(null);
                throw new ActionsException(
                        ErrorCode.SECRET_MISSING,
                        "Action '" + pinned.name() + "' began with the secrets " + String.join(", ", missing)
                                + ", which are missing now; give them and resume again");
            }
        }
    }

    private static Trigger trigger(FlowState flow) {
        return Trigger.find(flow.start().trigger())
                .orElseThrow(() -> new ActionsException(
                        ErrorCode.SNAPSHOT_UNKNOWN_SCHEMA,
                        "the paused login is of a trigger this version does not have; use a newer one"));
    }
}
