package dev.postern;

import dev.postern.FlowState.Requested;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.MultifactorProvider;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The MFA that is due after all Actions (semantics 24 to 27 and 45): challenges and enrollments of this transaction make
 * it unnecessary, an Action's {@code multifactor.enable} decides before the tenant's policy.
 */
final class FinalMfa {

    private static final String REFRESH = "oauth2-refresh-token";
    private static final Set<String> NOT_LOW = Set.of("medium", "high", "neutral");
    private static final Set<Factor> GUARDIAN = EnumSet.of(Factor.PUSH_NOTIFICATION, Factor.OTP, Factor.PHONE);

    private FinalMfa() {}

    /** What is due. */
    sealed interface Due {
        record Nothing() implements Due {}

        record Mfa(Awaiting awaiting) implements Due {}

        record Impossible(String reason) implements Due {}
    }

    static Due of(FlowState state) {
        var requested = requested(state);
        return requested == null ? new Due.Nothing() : due(state, requested);
    }

    private static @Nullable Requested requested(FlowState state) {
        if (!state.mfa().passed().isEmpty()) {
            return null;
        }
        var requested = state.mfa().requested();
        if (requested != null) {
            return requested.provider() == MultifactorProvider.NONE ? null : requested;
        }
        return isDueByPolicy(state) ? new Requested(MultifactorProvider.ANY, false, null) : null;
    }

    private static boolean isDueByPolicy(FlowState state) {
        var event = state.currentEvent();
        if (event.protocol().equals(REFRESH)) {
            return false; // an exchange, not a login: the login before it has met the policy
        }
        return switch (state.start().tenant().mfaPolicy()) {
            case NEVER -> false;
            case ALWAYS -> true;
            case ADAPTIVE -> !event.riskConfidence().map(NOT_LOW::contains).orElse(false);
        };
    }

    private static Due due(FlowState state, Requested requested) {
        if (requested.provider() == MultifactorProvider.DUO) {
            return challenge(List.of(), requested);
        }
        var allowed = EnumSet.noneOf(Factor.class);
        allowed.addAll(state.start().factors());
        allowed.retainAll(factorsOf(requested.provider()));
        var usable = selectors(allowed, state.currentEvent().provableFactors()::contains);
        if (!usable.isEmpty()) {
            return challenge(usable, requested);
        }
        if (state.currentEvent().hasFactor()) {
            return new Due.Impossible("MFA is due, and no factor that the user has may be used for it");
        }
        var enrollable = selectors(allowed, factor -> factor.canEnroll() && factor.isProvedByEnrollment());
        return enrollable.isEmpty()
                ? new Due.Impossible("MFA is due, and the tenant has no factor that the user could enroll")
                : new Due.Mfa(new Awaiting.Enrollment(true, enrollable, enrollable.size() > 1));
    }

    private static Due challenge(List<FactorSelector> factors, Requested requested) {
        return new Due.Mfa(new Awaiting.Challenge(
                true,
                factors,
                factors.size() > 1,
                requested.provider(),
                requested.allowRememberBrowser(),
                requested.duo()));
    }

    private static Set<Factor> factorsOf(MultifactorProvider provider) {
        return switch (provider) {
            case ANY -> EnumSet.allOf(Factor.class);
            case GUARDIAN -> GUARDIAN;
            case GOOGLE_AUTHENTICATOR -> EnumSet.of(Factor.OTP);
            case DUO, NONE -> EnumSet.noneOf(Factor.class);
        };
    }

    private static List<FactorSelector> selectors(Set<Factor> factors, Predicate<Factor> condition) {
        return factors.stream().filter(condition).map(FactorSelector::of).toList();
    }
}
