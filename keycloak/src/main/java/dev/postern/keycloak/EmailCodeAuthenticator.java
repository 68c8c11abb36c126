package dev.postern.keycloak;

import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Sends a code of six digits, good for ten minutes, and asks for it: five times and five tries in a login. */
final class EmailCodeAuthenticator implements Authenticator {

    private static final Logger LOG = Logger.getLogger(EmailCodeAuthenticator.class);
    private static final String CODE = "postern.email-code";
    private static final String EXPIRES_AT = "postern.email-code-expires-at";
    private static final String OF = "postern.email-code-of";
    private static final String TRIES = "postern.email-code-tries";
    private static final String SENT = "postern.email-codes-sent";
    private static final int MOST_SENT = 5;
    private static final String FIELD = "code";
    private static final int DIGITS = 6;
    private static final int MOST_TRIES = 5;
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (sent(context) == null && !send(context)) {
            return;
        }
        context.challenge(page(context, null));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        var form = context.getHttpRequest().getDecodedFormParameters();
        var sent = sent(context);
        if (form.containsKey("resend") || sent == null) {
            if (send(context)) {
                context.challenge(page(context, sent == null ? "posternCodeExpired" : null));
            }
            return;
        }
        var given = form.getFirst(FIELD);
        if (given == null) {
            context.challenge(page(context, null));
            return;
        }
        var bruteForce = AuthenticatorUtils.getDisabledByBruteForceEventError(context, context.getUser());
        if (bruteForce != null) {
            context.getEvent().user(context.getUser()).error(bruteForce);
            context.forceChallenge(page(context, "posternCodeWrong"));
            return;
        }
        var tries = count(context, TRIES) + 1;
        context.getAuthenticationSession().setAuthNote(TRIES, String.valueOf(tries));
        var right = tries <= MOST_TRIES
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), given.strip().getBytes(StandardCharsets.UTF_8));
        if (right) {
            forget(context);
            context.success("email");
            return;
        }
        context.getEvent().user(context.getUser()).error(Errors.INVALID_USER_CREDENTIALS);
        context.failureChallenge(AuthenticationFlowError.INVALID_CREDENTIALS, page(context, "posternCodeWrong"));
    }

    /** The code that waits for its answer. */
    private static @Nullable String sent(AuthenticationFlowContext context) {
        var login = context.getAuthenticationSession();
        var expiresAt = login.getAuthNote(EXPIRES_AT);
        return expiresAt == null
                        || !of(context).equals(login.getAuthNote(OF))
                        || Instant.now().getEpochSecond() > Long.parseLong(expiresAt)
                ? null
                : login.getAuthNote(CODE);
    }

    /** Whose the code is: a login may change its user, and a user the address. */
    private static String of(AuthenticationFlowContext context) {
        return context.getUser().getId() + " " + context.getUser().getEmail();
    }

    private static int count(AuthenticationFlowContext context, String note) {
        var text = context.getAuthenticationSession().getAuthNote(note);
        return text == null ? 0 : Integer.parseInt(text);
    }

    private static void forget(AuthenticationFlowContext context) {
        context.getAuthenticationSession().removeAuthNote(CODE);
        context.getAuthenticationSession().removeAuthNote(EXPIRES_AT);
    }

    private static boolean send(AuthenticationFlowContext context) {
        var sent = count(context, SENT) + 1;
        if (sent > MOST_SENT) {
            context.forceChallenge(page(context, "posternCodesEnough"));
            return false;
        }
        context.getAuthenticationSession().setAuthNote(SENT, String.valueOf(sent));
        var code = SecretGenerator.getInstance().randomString(DIGITS, SecretGenerator.DIGITS);
        try {
            context.getSession()
                    .getProvider(EmailTemplateProvider.class)
                    .setRealm(context.getRealm())
                    .setUser(context.getUser())
                    .setAuthenticationSession(context.getAuthenticationSession())
                    .send(
                            "posternCodeSubject",
                            List.of(),
                            "postern-email-code.ftl",
                            new HashMap<>(
                                    Map.of("code", code, "minutes", LIFETIME.toMinutes()))); // more is put into it
        } catch (EmailException e) {
            LOG.errorf(
                    e,
                    "realm %s: the code could not be sent",
                    context.getRealm().getName());
            context.getEvent().error(Errors.EMAIL_SEND_FAILED);
            context.forceChallenge(
                    context.form().setError("emailSendErrorMessage").createErrorPage(Response.Status.BAD_GATEWAY));
            return false;
        }
        var login = context.getAuthenticationSession();
        login.setAuthNote(CODE, code);
        login.setAuthNote(
                EXPIRES_AT, String.valueOf(Instant.now().plus(LIFETIME).getEpochSecond()));
        login.setAuthNote(OF, of(context));
        return true;
    }

    private static Response page(AuthenticationFlowContext context, @Nullable String error) {
        var form =
                context.form().setAttribute("address", hidden(context.getUser().getEmail()));
        if (error != null) {
            form.addError(new FormMessage(FIELD, error));
        }
        return form.createForm("postern-email-code-login.ftl");
    }

    /** The first character of the name and the domain. */
    private static String hidden(String address) {
        var at = address.lastIndexOf('@');
        return at < 1 ? "" : address.charAt(0) + "•••" + address.substring(at);
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return user.isEmailVerified() && user.getEmail() != null;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // an address comes with the profile
    }

    @Override
    public void close() {
        // holds nothing
    }
}
