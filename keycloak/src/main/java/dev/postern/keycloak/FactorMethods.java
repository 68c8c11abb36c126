package dev.postern.keycloak;

import dev.postern.factor.Factor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.WebAuthnConstants;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.common.util.Base64Url;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;
import org.keycloak.models.credential.RecoveryAuthnCodesCredentialModel;
import org.keycloak.models.credential.WebAuthnCredentialModel;

/**
 * Which of Keycloak's authenticators asks for a factor, which of its required actions enrolls it, and how it is seen that a
 * user has it. Those of phone and push notification are other people's, named in the server's options.
 */
final class FactorMethods {

    private static final String INTERNAL = "internal";

    private static final List<Method> OWN = List.of(
            new Method(Factor.OTP, "auth-otp-form", Optional.of("CONFIGURE_TOTP")),
            new Method(Factor.WEBAUTHN_ROAMING, "webauthn-authenticator", Optional.of("webauthn-register")),
            new Method(Factor.WEBAUTHN_PLATFORM, "webauthn-authenticator", Optional.of("webauthn-register")),
            new Method(
                    Factor.RECOVERY_CODE,
                    "auth-recovery-authn-code-form",
                    Optional.of("CONFIGURE_RECOVERY_AUTHN_CODES")),
            new Method(Factor.EMAIL, EmailCodeAuthenticatorFactory.ID, Optional.empty()));

    private static final List<Factor> OTHERS = List.of(Factor.PHONE, Factor.PUSH_NOTIFICATION);

    private final Map<Factor, Method> methods;

    private FactorMethods(Map<Factor, Method> methods) {
        this.methods = methods;
    }

    /**
     * The providers of a factor.
     *
     * @param authenticator the id of an authenticator
     * @param requiredAction the id of a required action, which leaves a credential; empty if it is not enrolled here
     */
    record Method(Factor factor, String authenticator, Optional<String> requiredAction) {}

    /** Those of Keycloak, and those that the options {@code FACTOR-authenticator} and {@code FACTOR-required-action} name. */
    static FactorMethods of(Config.Scope config) {
        var methods = new EnumMap<Factor, Method>(Factor.class);
        OWN.forEach(method -> methods.put(method.factor(), method));
        for (var factor : OTHERS) {
            var authenticator = config.get(factor.id() + "-authenticator");
            if (authenticator != null) {
                var action = Optional.ofNullable(config.get(factor.id() + "-required-action"));
                methods.put(factor, new Method(factor, authenticator, action));
            }
        }
        return new FactorMethods(methods);
    }

    /** @throws IllegalStateException if nothing asks for it here */
    Method get(Factor factor) {
        var method = methods.get(factor);
        if (method == null) {
            throw new IllegalStateException("this server has no way to ask for " + factor);
        }
        return method;
    }

    /** The factors that this server can ask for. */
    Set<Factor> available() {
        var available = EnumSet.noneOf(Factor.class);
        var factories = CurrentLogin.session().getKeycloakSessionFactory();
        for (var method : methods.values()) {
            if (factories.getProviderFactory(Authenticator.class, method.authenticator())
                    instanceof AuthenticatorFactory) {
                available.add(method.factor());
            }
        }
        return available;
    }

    /** The types of the factors that the user of this login has; none of them if there is no user yet. */
    Optional<List<String>> enrolled(String userId) {
        var session = CurrentLogin.session();
        var realm = session.getContext().getRealm();
        var user = session.users().getUserById(realm, userId);
        if (user == null) {
            return Optional.empty();
        }
        var types = new ArrayList<String>();
        for (var method : methods.values()) {
            if (isEnrolled(method, session, realm, user)) {
                types.add(method.factor().id());
            }
        }
        return Optional.of(types);
    }

    private static boolean isEnrolled(Method method, KeycloakSession session, RealmModel realm, UserModel user) {
        return switch (method.factor()) {
            case OTP -> user.credentialManager().isConfiguredFor(OTPCredentialModel.TYPE);
            case RECOVERY_CODE -> user.credentialManager().isConfiguredFor(RecoveryAuthnCodesCredentialModel.TYPE);
            case WEBAUTHN_ROAMING, WEBAUTHN_PLATFORM ->
                webAuthn(user).anyMatch(credential -> webAuthn(credential) == method.factor());
            case EMAIL -> user.isEmailVerified() && user.getEmail() != null;
            case PHONE, PUSH_NOTIFICATION -> {
                var authenticator = session.getProvider(Authenticator.class, method.authenticator());
                yield authenticator != null && authenticator.configuredFor(session, realm, user);
            }
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
}
