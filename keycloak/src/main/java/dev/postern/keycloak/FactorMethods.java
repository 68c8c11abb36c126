package dev.postern.keycloak;

import dev.postern.factor.Factor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.common.util.Base64Url;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/** Which of Keycloak's providers asks for a factor, which enrolls it, and how it is seen that a user has it. */
enum FactorMethods {
    OTP(Factor.OTP, "auth-otp-form", "CONFIGURE_TOTP"),
    WEBAUTHN_ROAMING(Factor.WEBAUTHN_ROAMING, "webauthn-authenticator", "webauthn-register"),
    WEBAUTHN_PLATFORM(Factor.WEBAUTHN_PLATFORM, "webauthn-authenticator", "webauthn-register"),
    RECOVERY_CODE(Factor.RECOVERY_CODE, "auth-recovery-authn-code-form", "CONFIGURE_RECOVERY_AUTHN_CODES"),
    EMAIL(Factor.EMAIL, EmailCodeAuthenticatorFactory.ID, null);

    private static final String INTERNAL = "internal";

    private final Factor factor;
    private final String authenticator;
    private final @Nullable String requiredAction;

    FactorMethods(Factor factor, String authenticator, @Nullable String requiredAction) {
        this.factor = factor;
        this.authenticator = authenticator;
        this.requiredAction = requiredAction;
    }

    static Optional<FactorMethods> find(Factor factor) {
        return Arrays.stream(values()).filter(method -> method.factor == factor).findFirst();
    }

    /** The factors that this server can ask for. */
    static Set<Factor> available() {
        var available = EnumSet.noneOf(Factor.class);
        var factories = CurrentLogin.session().getKeycloakSessionFactory();
        for (var method : values()) {
            if (factories.getProviderFactory(Authenticator.class, method.authenticator)
                    instanceof AuthenticatorFactory) {
                available.add(method.factor);
            }
        }
        return available;
    }

    /** The types of the factors that the user of this login has; none of them if there is no user yet. */
    static Optional<List<String>> enrolled(String userId) {
        var session = CurrentLogin.session();
        var user = session.users().getUserById(session.getContext().getRealm(), userId);
        if (user == null) {
            return Optional.empty();
        }
        var types = new ArrayList<String>();
        for (var method : values()) {
            if (method.isEnrolledBy(user)) {
                types.add(method.factor.id());
            }
        }
        return Optional.of(types);
    }

    private boolean isEnrolledBy(UserModel user) {
        return switch (this) {
            case OTP -> user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE);
            case RECOVERY_CODE -> user.credentialManager().isConfiguredFor(RecoveryAuthnCodesCredentialModel.TYPE);
            case WEBAUTHN_ROAMING, WEBAUTHN_PLATFORM ->
                webAuthn(user).anyMatch(credential -> webAuthn(credential) == factor);
            case EMAIL -> user.isEmailVerified() && user.getEmail() != null;
        };
    }

    /** An authenticator that is built into the device says so when it is registered. */
    static Factor webAuthn(WebAuthnCredentialModel credential) {
        var transports = credential.getWebAuthnCredentialData().getTransports();
        return transports != null && transports.contains(INTERNAL) ? Factor.WEBAUTHN_PLATFORM : Factor.WEBAUTHN_ROAMING;
    }

    /** The factor that the user has just proved, where this one was asked for. */
    static Factor proved(AuthenticationFlowContext context, Factor asked) {
        if (!isWebAuthn(asked)) {
            return asked;
        }
        var used = context.getEvent().getEvent().getDetails().get(WebAuthnConstants.PUBKEY_CRED_ID_ATTR);
        return webAuthn(context.getUser())
                .filter(credential -> Base64Url.encodeBase64ToBase64Url(
                                credential.getWebAuthnCredentialData().getCredentialId())
                        .equals(used))
                .map(FactorMethods::webAuthn)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a credential was proved that the user does not have"));
    }

    /** The factor that the user has just enrolled, where this one was asked for. */
    static Factor enrolledLast(UserModel user, Factor asked) {
        return isWebAuthn(asked)
                ? webAuthn(user)
                        .max(Comparator.comparing(WebAuthnCredentialModel::getCreatedDate))
                        .map(FactorMethods::webAuthn)
                        .orElseThrow(() -> new IllegalStateException("no credential was enrolled"))
                : asked;
    }

    private static boolean isWebAuthn(Factor factor) {
        return factor == Factor.WEBAUTHN_ROAMING || factor == Factor.WEBAUTHN_PLATFORM;
    }

    private static Stream<WebAuthnCredentialModel> webAuthn(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(WebAuthnCredentialModel.TYPE_TWOFACTOR)
                .map(WebAuthnCredentialModel::createFromCredentialModel);
    }

    String authenticator() {
        return authenticator;
    }

    Optional<String> requiredAction() {
        return Optional.ofNullable(requiredAction);
    }
}
