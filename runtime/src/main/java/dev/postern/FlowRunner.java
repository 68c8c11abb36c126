package dev.postern;

import dev.postern.FlowState.Demand;
import dev.postern.FlowState.Redirect;
import dev.postern.action.ActionVersion;
import dev.postern.api.Effects;
import dev.postern.api.WebUrl;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.NothingToEnroll;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Moves one flow from where it is to its next pause or its end. What is open comes first: the MFA demands of the Action
 * that has just run, then its redirect, then the next Action; after the last one, the MFA of {@code multifactor.enable}
 * and the tenant's policy. Used once, by one thread.
 */
final class FlowRunner {

    private static final String NO_FACTOR_LEFT = "no factor that the Action asked for can be used";

    private final ActionExecutor executor;
    private final CommandMerge merge;
    private final List<ActionVersion> actions;
    private final Trigger trigger;
    private final long startNanos = System.nanoTime();

    FlowRunner(ActionExecutor executor, CommandMerge merge, List<ActionVersion> actions, Trigger trigger) {
        this.executor = executor;
        this.merge = merge;
        this.actions = List.copyOf(actions);
        this.trigger = trigger;
    }

    /** One move: the flow goes on, waits for the user, or is over. */
    sealed interface Move {
        record On(FlowState state) implements Move {}

        record Wait(FlowState state, Awaiting awaiting, ResumeToken token) implements Move {}

        record Over(FlowResult result) implements Move {}
    }

    /** Runs a flow that has begun, or whose MFA demand has been met. Gives no {@link Move.On}. */
    Move run(FlowState state) {
        return moves(new Move.On(state));
    }

    /** Runs a flow whose user has come back from a redirect: the same Action goes on (semantics 53). */
    Move runAfterRedirect(FlowState state) {
        return moves(execute(state, state.position() - 1, trigger.continueHandler()));
    }

    static FlowResult completed(FlowState state) {
        return new FlowResult.Completed(state.effects(), state.start().transactionId(), state.executions());
    }

    static FlowResult denied(FlowState state, String code, String reason, Effects effects) {
        return new FlowResult.Denied(code, reason, effects, state.start().transactionId(), state.executions());
    }

    private Move moves(Move first) {
        var move = first;
        while (move instanceof Move.On on) {
            move = next(on.state());
        }
        return move;
    }

    private Move next(FlowState state) {
        if (!state.mfa().demands().isEmpty()) {
            var demand = state.mfa().demands().getFirst();
            return demand.enrollment() ? enrollment(state, demand) : challenge(state, demand);
        }
        if (state.redirect() != null) {
            return redirect(state, state.redirect());
        }
        return state.isAtEnd() ? end(state) : execute(state, state.position(), trigger.executeHandler());
    }

    private Move execute(FlowState state, int index, String handler) {
        var action = actions.get(index);
        var timeLeft = executor.wallClock().minusNanos(System.nanoTime() - startNanos);
        if (timeLeft.compareTo(Duration.ZERO) <= 0) {
            return failed(state, executor.timeError(action.name()));
        }
        return switch (executor.run(state, action, trigger, handler, timeLeft)) {
            case ActionExecutor.Ended.Badly badly -> failed(state.withExecution(badly.execution()), badly.error());
            case ActionExecutor.Ended.Well well ->
                merge.into(
                        state.withExecution(well.execution()),
                        index + 1,
                        well.handed(),
                        handler.equals(trigger.continueHandler()));
        };
    }

    private Move challenge(FlowState state, Demand demand) {
        if (state.mfa().hasPassedAny(demand.factors())) {
            return new Move.On(state.with(state.mfa().withoutFirst()));
        }
        var provable = state.currentEvent().provableFactors();
        var usable = new ArrayList<FactorSelector>();
        var seen = state;
        for (var selector : demand.factors()) {
            if (isDisabled(seen, selector)) {
                seen = warned(seen, selector, "it is disabled for the tenant");
            } else if (!provable.contains(selector.type())) {
                seen = warned(seen, selector, "the user has not enrolled it");
            } else {
                addOnce(usable, selector);
            }
        }
        if (usable.isEmpty()) {
            return failed(seen, ErrorCode.NO_USABLE_FACTOR, NO_FACTOR_LEFT);
        }
        var picker = demand.picker() && usable.size() > 1;
        return pause(
                seen, token -> new Awaiting.Challenge(false, usable, picker, MultifactorProvider.ANY, false, null));
    }

    private Move enrollment(FlowState state, Demand demand) {
        var enrolled = state.currentEvent().enrolledFactors();
        var candidates = new ArrayList<FactorSelector>();
        var anyEnrolled = false;
        var seen = state;
        for (var selector : demand.factors()) {
            if (isDisabled(seen, selector)) {
                seen = warned(seen, selector, "it is disabled for the tenant");
            } else if (enrolled.contains(selector.type())) {
                anyEnrolled = true;
                seen = warned(seen, selector, "the user has enrolled it already");
            } else {
                addOnce(candidates, selector);
            }
        }
        if (candidates.isEmpty()) {
            if (!anyEnrolled) {
                return failed(seen, ErrorCode.NO_USABLE_FACTOR, NO_FACTOR_LEFT);
            }
            return seen.start().tenant().nothingToEnroll() == NothingToEnroll.SKIP
                    ? new Move.On(seen.with(seen.mfa().withoutFirst()))
                    : failed(seen, ErrorCode.NOTHING_TO_ENROLL, "the user has enrolled every factor asked for already");
        }
        if (seen.mfa().passed().isEmpty() && seen.currentEvent().hasFactor()) {
            return failed(
                    seen,
                    ErrorCode.ENROLLMENT_NEEDS_CHALLENGE,
                    "the user has a factor already; challenge it before another one is enrolled");
        }
        var picker = demand.picker() && candidates.size() > 1;
        return pause(seen, token -> new Awaiting.Enrollment(false, candidates, picker));
    }

    private Move redirect(FlowState state, Redirect redirect) {
        return pause(state, token -> {
            var query = new LinkedHashMap<>(redirect.query());
            query.put("state", token.value());
            return new Awaiting.Redirect(WebUrl.withQuery(WebUrl.parse(redirect.url()), query));
        });
    }

    /** After all Actions: the login completes, or asks for the MFA that is still due. */
    private static Move end(FlowState state) {
        var mayAsk = state.hasPaused() || !state.currentEvent().isSilent();
        return switch (FinalMfa.of(state)) {
            case FinalMfa.Due.Nothing nothing -> new Move.Over(completed(state));
            case FinalMfa.Due due when !mayAsk -> interactionRequired(state);
            case FinalMfa.Due.Impossible impossible -> failed(state, ErrorCode.NO_USABLE_FACTOR, impossible.reason());
            case FinalMfa.Due.Mfa mfa ->
                new Move.Wait(
                        state,
                        mfa.awaiting(),
                        ResumeToken.random(state.start().tenant().id()));
        };
    }

    private static Move pause(FlowState state, Function<ResumeToken, Awaiting> awaiting) {
        if (!state.canRedirect()) {
            return interactionRequired(state);
        }
        var token = ResumeToken.random(state.start().tenant().id());
        var suspended = state.withLastExecution(last -> last.withOutcome(Execution.Outcome.SUSPENDED));
        return new Move.Wait(suspended, awaiting.apply(token), token);
    }

    private static Move interactionRequired(FlowState state) {
        return new Move.Over(denied(
                state,
                "interaction_required",
                "the login needs the user, and this request does not allow it",
                Effects.none()));
    }

    static Move failed(FlowState state, ErrorCode code, String message) {
        return failed(state, ActionError.of(code, lastAction(state), message));
    }

    private static Move failed(FlowState state, ActionError error) {
        var seen = state.withLastExecution(last -> last.withOutcome(Execution.Outcome.FAILED));
        return new Move.Over(new FlowResult.Failed(error, state.start().transactionId(), seen.executions()));
    }

    private static String lastAction(FlowState state) {
        return state.executions().isEmpty() ? "" : state.executions().getLast().action();
    }

    private static boolean isDisabled(FlowState state, FactorSelector selector) {
        return !state.start().tenant().factors().contains(selector.type());
    }

    private static FlowState warned(FlowState state, FactorSelector selector, String why) {
        return state.withLastExecution(
                last -> last.withWarning("the factor " + selector.type() + " is left out: " + why));
    }

    private static void addOnce(List<FactorSelector> factors, FactorSelector selector) {
        if (factors.stream().noneMatch(other -> other.type() == selector.type())) {
            factors.add(selector);
        }
    }
}
