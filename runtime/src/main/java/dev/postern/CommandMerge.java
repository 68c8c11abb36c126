package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.postern.FlowState.Demand;
import dev.postern.FlowState.Departure;
import dev.postern.FlowState.Form;
import dev.postern.FlowState.Mfa;
import dev.postern.FlowState.Redirect;
import dev.postern.FlowState.Requested;
import dev.postern.action.Secrets;
import dev.postern.api.ApiCommand;
import dev.postern.api.ApiCommandParser.Handed;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.api.EffectsMerge;
import dev.postern.api.Origin;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import dev.postern.factor.MultifactorProvider;
import dev.postern.trigger.Trigger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what one Action asked for into the flow's state, in call order. Stateless. */
final class CommandMerge {

    /** The most challenge and enroll commands in one flow (semantics 41). */
    static final int MAX_MFA_COMMANDS = 4;

    private static final int MAX_TRANSACTION_METADATA = 16_384;
    private static final int MAX_SCOPES = 1000;
    private static final int MAX_SAML_CHANGES = 100;
    private static final int MAX_ENTRIES = 1000;
    private static final int MAX_FORM = 24_576;
    private static final String TOKEN_EXCHANGE = "oauth2-token-exchange";
    private static final Set<String> PASSWORDLESS = Set.of("email", "sms");

    private final Clock clock;

    CommandMerge(Clock clock) {
        this.clock = clock;
    }

    /**
     * The flow after the Action.
     *
     * @param state with the Action's execution as the last one
     * @param position of the Action that follows
     * @param handed what the Action handed back
     * @param secrets of the Action, which may not show in a warning or an error
     * @param continued whether the Action ran in its continue handler
     */
    FlowRunner.Move into(FlowState state, int position, Handed handed, Secrets secrets, boolean continued) {
        var taken = new Taken(state, handed, continued);
        var after = taken.state(position, secrets);
        if (taken.failure != null) {
            var action = state.executions().getLast().action();
            return FlowRunner.failed(
                    after,
                    new ActionError(
                            taken.failure,
                            action,
                            "Error",
                            secrets.redact(taken.failureMessage),
                            taken.failureLine,
                            ""));
        }
        if (taken.denial != null) {
            // A denied login keeps metadata (semantics 13); a denied signup or exchange has no user to keep it for.
            var isLogin = state.start().trigger().equals(Trigger.POST_LOGIN.id());
            var kept = isLogin ? taken.effects.effectsOfDenial() : Effects.none();
            return new FlowRunner.Move.Over(FlowRunner.denied(after, taken.denial, kept));
        }
        return new FlowRunner.Move.On(after);
    }

    /** One Action's commands, while they are taken. */
    private final class Taken {
        private final FlowState before;
        private final EffectsMerge effects;
        private final List<Demand> demands = new ArrayList<>();
        private final List<String> warnings = new ArrayList<>();
        private final boolean continued;
        private final @Nullable String losesMetadata;
        private Event event;
        private @Nullable Requested requested;
        private @Nullable Departure departure;
        private @Nullable Denial denial;
        private @Nullable ErrorCode failure;
        private String failureMessage = "";
        private int failureLine;
        private int line;

        Taken(FlowState before, Handed handed, boolean continued) {
            this.before = before;
            this.continued = continued;
            this.event = before.event().value();
            this.effects = new EffectsMerge(before.effects(), event);
            this.requested = before.mfa().requested();
            this.losesMetadata = whyNoMetadata(handed);
            var action = before.executions().getLast().action();
            checkCounts(handed.commands());
            var taken = failure == null ? handed.commands().size() : 0;
            for (var i = 0; i < taken; i++) {
                var recorded = handed.recorded().get(i);
                line = recorded.line();
                if (handed.commands().get(i) instanceof ApiCommand.Render) {
                    checkForm(recorded.args().path(1));
                }
                take(handed.commands().get(i), new Origin(action, line));
            }
            line = 0;
            checkWhole(handed);
        }

        private void take(ApiCommand command, Origin origin) {
            switch (command) {
                case ApiCommand.Deny deny -> deny(deny.denial());
                case ApiCommand.Revoke revoke -> revoke(revoke, origin);
                case ApiCommand.Challenge challenge ->
                    demands.add(new Demand(false, challenge.factors(), challenge.picker()));
                case ApiCommand.Enroll enroll -> demands.add(new Demand(true, enroll.factors(), enroll.picker()));
                case ApiCommand.EnableMultifactor enable -> enable(enable);
                case ApiCommand.SendUserTo send -> depart(new Redirect(send.url(), send.query()));
                case ApiCommand.Render render -> depart(new Form(render.promptId(), render.fields(), render.vars()));
                case ApiCommand.RecordMethod method -> recordMethod(method.providerUrl());
                case ApiCommand.SetTransactionMetadata set ->
                    event = event.withTransactionMetadata(set.name(), set.value());
                case ApiCommand.AddTargetScope add -> {
                    var scopes = new LinkedHashSet<>(targetScopes());
                    scopes.add(add.scope());
                    targetScopes(scopes, origin);
                }
                case ApiCommand.RemoveTargetScope remove -> {
                    var scopes = new LinkedHashSet<>(targetScopes());
                    scopes.remove(remove.scope());
                    targetScopes(scopes, origin);
                }
                case ApiCommand.SetTargetScopes set -> targetScopes(new LinkedHashSet<>(set.scopes()), origin);
                case ApiCommand.Effect effect -> effect(effect, origin);
            }
        }

        private void effect(ApiCommand.Effect effect, Origin origin) {
            switch (effect) {
                case ApiCommand.SetUserMetadata set
                when losesMetadata != null -> warnings.add("setUserMetadata of '" + set.name() + losesMetadata);
                case ApiCommand.SetAppMetadata set
                when losesMetadata != null -> warnings.add("setAppMetadata of '" + set.name() + losesMetadata);
                case ApiCommand.SetPrimaryUser set
                when effects.hasPrimaryUser() ->
                    fail(ErrorCode.COMMAND_INVALID, "the primary user was set twice in this transaction");
                case ApiCommand.BindUser bind
                when effects.hasUserOfExchange() ->
                    fail(ErrorCode.COMMAND_INVALID, "the user of the exchange was set twice; call one method, once");
                case ApiCommand.SetAccessTokenClaim set
                when !effects.isKeptInAccessToken(set.name()) ->
                    effects.add(set, origin); // left out there: no later Action sees it
                default -> {
                    effects.add(effect, origin);
                    event = EventMirror.show(event, effect);
                }
            }
            HolderRules.refusal(event, effects, effect).ifPresent(refusal -> fail(ErrorCode.COMMAND_INVALID, refusal));
            if (effect instanceof ApiCommand.Shorten shorten && EventMirror.isLongerThanNow(event, shorten)) {
                warnings.add("a lifetime is only ever shortened; what was asked is later than the "
                        + HolderRules.title(shorten.holder()) + " ends anyway");
            }
        }

        /** What is revoked stays so, and the denial says it; of two reasons the later is told. */
        private void deny(Denial next) {
            denial = denial != null && denial.kind().isRevocation() ? Denial.of(denial.kind(), next.reason()) : next;
        }

        private void revoke(ApiCommand.Revoke revoke, Origin origin) {
            HolderRules.refusal(event, revoke).ifPresent(refusal -> fail(ErrorCode.COMMAND_INVALID, refusal));
            effects.revoke(revoke.holder(), revoke.preserveRefreshTokens(), origin);
            var kind = switch (revoke.holder()) {
                case SESSION -> Denial.Kind.SESSION_REVOKED;
                case REFRESH_TOKEN -> Denial.Kind.REFRESH_TOKEN_REVOKED;
            };
            denial = Denial.of(kind, revoke.reason());
        }

        /** Of two redirects the later is taken; a form goes with nothing else (semantics 64). */
        private void depart(Departure next) {
            if (departure instanceof Form || (departure != null && next instanceof Form)) {
                fail(ErrorCode.COMMAND_INVALID, "an Action may render one form, or redirect, and not both");
            }
            departure = next;
        }

        private void checkForm(JsonNode options) {
            if (options.toString().length() > MAX_FORM) {
                fail(ErrorCode.COMMAND_INVALID, "the fields and vars of a form exceed " + MAX_FORM + " characters");
            }
        }

        private List<String> targetScopes() {
            var live = event.at("transaction", "target_scopes");
            var scopes = new ArrayList<String>();
            (live.isArray() ? live : event.at("transaction", "requested_scopes"))
                    .forEach(scope -> scopes.add(scope.asText()));
            return scopes;
        }

        private void targetScopes(Set<String> scopes, Origin origin) {
            if (scopes.size() > MAX_SCOPES) {
                fail(ErrorCode.COMMAND_INVALID, "there are more than " + MAX_SCOPES + " target scopes");
            }
            var array = JsonNodeFactory.instance.arrayNode();
            scopes.forEach(array::add);
            event = event.withMember(array, "transaction", "target_scopes");
            effects.targetScopes(List.copyOf(scopes), origin);
        }

        private void recordMethod(String url) {
            if (!continued) {
                warnings.add("recordMethod is left out: it counts in the continue handler only");
                return;
            }
            var method = AuthenticationMethod.custom(url, clock.instant());
            effects.method(method);
            event = event.withMethod(method);
        }

        /** The strongest request wins, of two equal ones the later: waiving MFA takes back no other Action's MFA. */
        private void enable(ApiCommand.EnableMultifactor enable) {
            var waives = enable.provider() == MultifactorProvider.NONE;
            if (!waives || requested == null) {
                var mayRemember = enable.allowRememberBrowser()
                        && (requested == null
                                || requested.provider() == MultifactorProvider.NONE
                                || requested.allowRememberBrowser());
                requested = new Requested(enable.provider(), mayRemember, enable.duo());
            }
        }

        /** Why no metadata can be set, as the end of a sentence, or null. */
        private @Nullable String whyNoMetadata(Handed handed) {
            if (handed.commands().stream().anyMatch(ApiCommand.SetPrimaryUser.class::isInstance)) {
                return "' is left out: it stands together with setPrimaryUser";
            }
            var isSignup = before.start().trigger().equals(Trigger.PRE_USER_REGISTRATION.id());
            return isSignup
                            && PASSWORDLESS.contains(
                                    event.at("connection", "strategy").asText())
                    ? "' is left out: a passwordless user gets no metadata at signup"
                    : null;
        }

        private void checkWhole(Handed handed) {
            var count = before.mfa().commands() + demands.size();
            if (count > MAX_MFA_COMMANDS) {
                fail(
                        ErrorCode.MFA_COMMAND_LIMIT,
                        "the flow has " + count + " challenge and enroll commands; at most " + MAX_MFA_COMMANDS
                                + " are allowed");
            }
            if (!demands.isEmpty() && event.protocol().equals(TOKEN_EXCHANGE)) {
                fail(
                        ErrorCode.MFA_UNSUPPORTED,
                        "challenges and enrollments are not possible in a token exchange; use api.multifactor.enable");
            }
            if (departure != null && !handed.continues()) {
                fail(
                        ErrorCode.CONTINUE_HANDLER_MISSING,
                        "the Action sends the user away but does not export the continue handler to go on with");
            }
            if (event.at("transaction", "metadata").toString().length() > MAX_TRANSACTION_METADATA) {
                fail(
                        ErrorCode.METADATA_TOO_LARGE,
                        "the metadata of the transaction exceeds " + MAX_TRANSACTION_METADATA + " characters");
            }
            effects.exceeded(before.start().tenant().samlChars())
                    .ifPresent(excess -> fail(excess.code(), excess.message()));
        }

        /** Before any is taken, for each takes the longer the more there are. */
        private void checkCounts(List<ApiCommand> commands) {
            var entries = commands.stream()
                    .filter(ApiCommand.SetEntry.class::isInstance)
                    .count();
            if (entries > MAX_ENTRIES) {
                fail(ErrorCode.COMMAND_INVALID, "there are more than " + MAX_ENTRIES + " changes of metadata");
            }
            var scopes = commands.stream()
                    .filter(command ->
                            command instanceof ApiCommand.AddScope || command instanceof ApiCommand.RemoveScope)
                    .count();
            if (scopes > MAX_SCOPES) {
                fail(ErrorCode.COMMAND_INVALID, "there are more than " + MAX_SCOPES + " changes of scope");
            }
            var earlier = before.effects().samlResponse();
            var attributes = commands.stream()
                            .filter(ApiCommand.SetSamlAttribute.class::isInstance)
                            .count()
                    + (earlier == null ? 0 : earlier.attributes().size());
            if (attributes > MAX_SAML_CHANGES) {
                fail(
                        ErrorCode.COMMAND_INVALID,
                        "there are more than " + MAX_SAML_CHANGES + " changes of SAML attributes");
            }
        }

        private void fail(ErrorCode code, String message) {
            if (failure == null) {
                failure = code;
                failureMessage = message;
                failureLine = line;
            }
        }

        FlowState state(int position, Secrets secrets) {
            var mfa = before.mfa();
            var all = new ArrayList<>(mfa.demands());
            all.addAll(demands);
            var changed = new Mfa(all, mfa.passed(), mfa.commands() + demands.size(), requested);
            Effects merged = effects.effects();
            var shown = warnings.stream().map(secrets::redact).toList();
            return before.withLastExecution(last -> last.withWarnings(shown))
                    .after(position, event, changed, departure, merged);
        }
    }
}
