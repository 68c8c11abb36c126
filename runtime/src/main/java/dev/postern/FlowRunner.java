package dev.postern;

import dev.postern.FlowState.Demand;
import dev.postern.FlowState.Departure;
import dev.postern.FlowState.Form;
import dev.postern.FlowState.Redirect;
import dev.postern.action.ActionVersion;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.api.UserBinding;
import dev.postern.api.WebUrl;
import dev.postern.directory.UserSearch;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import dev.postern.sandbox.Limits;
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
 * that has just run, then its redirect or form, then the next Action; after the last one, the MFA of
 * {@code multifactor.enable} and the tenant's policy. Used once, by one thread.
 */
final class FlowRunner {

    private static final String NO_FACTOR_LEFT = "no factor that the Action asked for can be used";

    private final ActionExecutor executor;
    private final CommandMerge merge;
    private final UserSearch users;
    private final List<ActionVersion> actions;
    private final Trigger trigger;
    private final Limits limits;
    private final Turn turn;
    private final long startNanos = System.nanoTime();

    FlowRunner(
            ActionExecutor executor,
            CommandMerge merge,
            UserSearch users,
            List<ActionVersion> actions,
            Trigger trigger,
            Limits limits,
            Turn turn) {
        this.executor = executor;
        this.merge = merge;
        this.users = users;
        this.actions = List.copyOf(actions);
        this.trigger = trigger;
        this.limits = limits;
        this.turn = turn;
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

    /** Runs a flow whose user has come back from a redirect or a form: the same Action goes on (semantics 53). */
    Move runAfterDeparture(FlowState state) {
        var handler = trigger.continueHandler().orElseThrow();
        return moves(execute(state, state.position() - 1, handler));
    }

    static FlowResult completed(FlowState state) {
        return new FlowResult.Completed(state.effects(), state.start().transactionId(), state.executions());
    }

    static FlowResult denied(FlowState state, Denial denial, Effects effects) {
        return new FlowResult.Denied(denial, effects, state.start().transactionId(), state.executions());
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
        if (state.departure() != null) {
            return departure(state, state.departure());
        }
        return state.isAtEnd() ? end(state) : execute(state, state.position(), trigger.executeHandler());
    }

    private Move execute(FlowState state, int index, String handler) {
        var action = actions.get(index);
        var timeLeft = timeLeft();
        if (timeLeft.compareTo(Duration.ZERO) <= 0) {
            return failed(state, ActionExecutor.timeError(action.name(), limits));
        }
        return switch (executor.run(state, action, trigger, handler, limits, timeLeft, turn)) {
            case ActionExecutor.Ended.Badly badly -> {
                var seen = state.withExecution(badly.execution().withError(badly.error()));
                // What nothing waits for goes on with the next Action (semantics 22).
                yield trigger.isBlocking() ? failed(seen, badly.error()) : new Move.On(seen.at(index + 1));
            }
            case ActionExecutor.Ended.Well well ->
                merge.into(
                        state.withExecution(well.execution()),
                        index + 1,
                        well.handed(),
                        well.secrets(),
                        !handler.equals(trigger.executeHandler()));
        };
    }

    /** All Actions that somebody waits for share one time; of the others each has its own. */
    private Duration timeLeft() {
        return trigger.isBlocking()
                ? limits.wallClock().minusNanos(System.nanoTime() - startNanos)
                : limits.wallClock();
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

    private static Move departure(FlowState state, Departure departure) {
        return pause(state, token -> switch (departure) {
            case Redirect redirect -> {
                var query = new LinkedHashMap<>(redirect.query());
                query.put("state", token.value());
                yield new Awaiting.Redirect(WebUrl.withQuery(WebUrl.parse(redirect.url()), query));
            }
            case Form form -> new Awaiting.Prompt(form.promptId(), form.fields(), form.vars());
        });
    }

    /** After all Actions. */
    private Move end(FlowState state) {
        return switch (trigger) {
            case POST_LOGIN -> endOfLogin(state);
            case CUSTOM_TOKEN_EXCHANGE -> endOfExchange(state);
            case CREDENTIALS_EXCHANGE,
                    PRE_USER_REGISTRATION,
                    POST_USER_REGISTRATION,
                    POST_CHANGE_PASSWORD,
                    SEND_PHONE_MESSAGE,
                    PASSWORD_RESET_POST_CHALLENGE,
                    CUSTOM_EMAIL_PROVIDER,
                    CUSTOM_PHONE_PROVIDER,
                    EVENT_STREAM,
                    SIGNUP_POST_IDENTIFIER -> new Move.Over(completed(state));
        };
    }

    /** The login completes, or asks for the MFA that is still due. */
    private static Move endOfLogin(FlowState state) {
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

    /** An exchange must have said whose tokens it gives (semantics 77). */
    private Move endOfExchange(FlowState state) {
        var exchange = state.effects().tokenExchange();
        var user = exchange == null ? null : exchange.user();
        if (user == null) {
            return failed(
                    state,
                    ErrorCode.USER_NOT_SET,
                    "no Action has set the user; call api.authentication.setUserById or setUserByConnection");
        }
        var isCreated = user instanceof UserBinding.ByConnection connection && connection.create();
        return isCreated || users.exists(state.start().tenant().id(), user)
                ? new Move.Over(completed(state))
                : failed(state, ErrorCode.USER_NOT_FOUND, "the user that the exchange is for does not exist");
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
        return new Move.Over(denied(state, Denial.interactionRequired(), Effects.none()));
    }

    static Move failed(FlowState state, ErrorCode code, String message) {
        return failed(state, ActionError.of(code, lastAction(state), message));
    }

    static Move failed(FlowState state, ActionError error) {
        var seen = state.withLastExecution(last -> last.withOutcome(Execution.Outcome.FAILED));
        return new Move.Over(new FlowResult.Failed(error, state.start().transactionId(), seen.executions()));
    }

    private static String lastAction(FlowState state) {
        return state.executions().isEmpty() ? "" : state.executions().getLast().action();
    }

    private static boolean isDisabled(FlowState state, FactorSelector selector) {
        return !state.start().factors().contains(selector.type());
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
