package dev.postern;

import dev.postern.FlowState.Demand;
import dev.postern.FlowState.Mfa;
import dev.postern.FlowState.Redirect;
import dev.postern.FlowState.Requested;
import dev.postern.api.ApiCommand;
import dev.postern.api.ApiCommandParser.Handed;
import dev.postern.api.Effects;
import dev.postern.api.EffectsMerge;
import dev.postern.error.ErrorCode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import dev.postern.factor.MultifactorProvider;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what one Action asked for into the flow's state, in call order. Stateless. */
final class CommandMerge {

    /** The most challenge and enroll commands in one flow (semantics 41). */
    static final int MAX_MFA_COMMANDS = 4;

    private static final int MAX_TRANSACTION_METADATA = 16_384;
    private static final String TOKEN_EXCHANGE = "oauth2-token-exchange";

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
     * @param continued whether the Action ran in its continue handler
     */
    FlowRunner.Move into(FlowState state, int position, Handed handed, boolean continued) {
        var taken = new Taken(state, handed, continued);
        var after = taken.state(position);
        if (taken.failure != null) {
            return FlowRunner.failed(after, taken.failure, taken.failureMessage);
        }
        if (taken.denial != null) {
            return new FlowRunner.Move.Over(FlowRunner.denied(
                    after, "access_denied", taken.denial, after.effects().metadataOnly()));
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
        private Event event;
        private @Nullable Requested requested;
        private @Nullable Redirect redirect;
        private @Nullable String denial;
        private @Nullable ErrorCode failure;
        private String failureMessage = "";

        Taken(FlowState before, Handed handed, boolean continued) {
            this.before = before;
            this.continued = continued;
            this.event = before.event().value();
            this.effects = new EffectsMerge(before.effects(), event);
            this.requested = before.mfa().requested();
            var switchesUser = handed.commands().stream().anyMatch(ApiCommand.SetPrimaryUser.class::isInstance);
            handed.commands().forEach(command -> take(command, switchesUser));
            checkWhole(handed);
        }

        private void take(ApiCommand command, boolean switchesUser) {
            switch (command) {
                case ApiCommand.Deny deny -> denial = deny.reason();
                case ApiCommand.SetIdTokenClaim claim -> effects.claim(claim);
                case ApiCommand.SetAccessTokenClaim claim -> effects.claim(claim);
                case ApiCommand.AddScope add -> effects.addScope(add.scope());
                case ApiCommand.RemoveScope remove -> effects.removeScope(remove.scope());
                case ApiCommand.Challenge challenge ->
                    demands.add(new Demand(false, challenge.factors(), challenge.picker()));
                case ApiCommand.Enroll enroll -> demands.add(new Demand(true, enroll.factors(), enroll.picker()));
                case ApiCommand.RecordMethod method -> recordMethod(method.providerUrl());
                case ApiCommand.SetPrimaryUser user -> primaryUser(user.userId());
                case ApiCommand.EnableMultifactor enable -> enable(enable);
                case ApiCommand.SendUserTo send -> redirect = new Redirect(send.url(), send.query());
                case ApiCommand.SetTransactionMetadata set ->
                    event = event.withTransactionMetadata(set.name(), set.value());
                case ApiCommand.SetUserMetadata set -> {
                    if (!losesMetadata(switchesUser)) {
                        effects.userMetadata(set);
                    }
                }
                case ApiCommand.SetAppMetadata set -> {
                    if (!losesMetadata(switchesUser)) {
                        effects.appMetadata(set);
                    }
                }
            }
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

        private void primaryUser(String userId) {
            if (effects.effects().primaryUserId() != null) {
                fail(ErrorCode.COMMAND_INVALID, "the primary user was set twice in this transaction");
            }
            effects.primaryUser(userId);
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

        private boolean losesMetadata(boolean switchesUser) {
            if (switchesUser) {
                warnings.add("metadata set together with setPrimaryUser is left out");
            }
            return switchesUser;
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
            if (redirect != null && !handed.continues()) {
                fail(
                        ErrorCode.CONTINUE_HANDLER_MISSING,
                        "the Action sends the user away but does not export onContinuePostLogin to go on with");
            }
            if (event.at("transaction", "metadata").toString().length() > MAX_TRANSACTION_METADATA) {
                fail(
                        ErrorCode.METADATA_TOO_LARGE,
                        "the metadata of the transaction exceeds " + MAX_TRANSACTION_METADATA + " characters");
            }
            effects.exceeded()
                    .ifPresent(code -> fail(
                            code,
                            code == ErrorCode.CLAIMS_TOO_LARGE
                                    ? "the custom claims of a token exceed " + EffectsMerge.MAX_CLAIMS_BYTES + " bytes"
                                    : "the metadata to write exceeds " + EffectsMerge.MAX_METADATA_BYTES + " bytes"));
        }

        private void fail(ErrorCode code, String message) {
            if (failure == null) {
                failure = code;
                failureMessage = message;
            }
        }

        FlowState state(int position) {
            var mfa = before.mfa();
            var all = new ArrayList<>(mfa.demands());
            all.addAll(demands);
            var changed = new Mfa(all, mfa.passed(), mfa.commands() + demands.size(), requested);
            Effects merged = effects.effects();
            return before.withLastExecution(last -> last.withWarnings(warnings))
                    .after(position, event, changed, redirect, merged);
        }
    }
}
