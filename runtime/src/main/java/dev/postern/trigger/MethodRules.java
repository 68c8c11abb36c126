package dev.postern.trigger;

import java.util.Set;

/** What the contract does not say of a trigger's methods, and its api object holds them to. */
final class MethodRules {

    private static final int VALIDATION_TEXT = 100;
    private static final Set<String> TARGET_SCOPES = Set.of(
            "transaction.addTargetScope",
            "transaction.removeTargetScope",
            "transaction.setTargetScopes",
            "transaction.clearTargetScopes");

    private MethodRules() {}

    /** Whether the method does anything: Auth0 has some behind a flag that is off. */
    static boolean isEnabled(Trigger trigger, String method) {
        return switch (trigger) {
            case POST_LOGIN -> !TARGET_SCOPES.contains(method);
            case CUSTOM_TOKEN_EXCHANGE -> !method.equals("transaction.setMetadata");
            default -> true;
        };
    }

    /** The most characters that the texts of a method have. */
    static int most(Trigger trigger, String method) {
        return trigger == Trigger.PRE_USER_REGISTRATION && method.equals("validation.error")
                ? VALIDATION_TEXT
                : Integer.MAX_VALUE;
    }
}
