package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.Awaiting;
import dev.postern.factor.Factor;
import jakarta.ws.rs.core.NewCookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;

/**
 * A browser that has passed the last challenge of a login and was remembered by the user's wish: by a cookie that the realm
 * has signed. It is for one user, ends after 30 days, or 7 without use (semantics 28), and with any change of the user's
 * credentials.
 */
final class RememberedBrowser {

    /** A note of the login: the factor that was passed before the user is asked. */
    static final String PASSED = "postern.passed";

    private static final String COOKIE = "POSTERN_BROWSER";
    private static final String TYPE = "postern-browser";
    private static final String CREDENTIALS = "credentials";
    private static final String UNTIL = "until";
    private static final String ANSWER = "postern-remember";
    private static final String FORCED = "http://schemas.openid.net/pape/policies/2007/06/multi-factor";
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration WITHOUT_USE = Duration.ofDays(7);

    private RememberedBrowser() {}

    /** Whether this login may go on without the challenge. The cookie is good for seven more days then. */
    static boolean passes(AuthenticationFlowContext context, Awaiting awaiting) {
        if (!mayRemember(awaiting) || isForced(context)) {
            return false;
        }
        var until = until(context);
        until.ifPresent(end -> set(context, end));
        return until.isPresent();
    }

    static boolean mayRemember(Awaiting awaiting) {
        return awaiting instanceof Awaiting.Challenge challenge
                && challenge.isFinal()
                && challenge.allowRememberBrowser();
    }

    private static boolean isForced(AuthenticationFlowContext context) {
        var acr = context.getAuthenticationSession().getClientNote(OIDCLoginProtocol.ACR_PARAM);
        return acr != null && acr.contains(FORCED);
    }

    private static Optional<Long> until(AuthenticationFlowContext context) {
        var cookie = context.getHttpRequest().getHttpHeaders().getCookies().get(COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        var token = context.getSession().tokens().decode(cookie.getValue(), JsonWebToken.class);
        return token != null
                        && TYPE.equals(token.getType())
                        && issuer(context).equals(token.getIssuer())
                        && token.isActive()
                        && token.getIat() >= notBefore(context)
                        && context.getUser().getId().equals(token.getSubject())
                        && credentials(context.getUser())
                                .equals(token.getOtherClaims().get(CREDENTIALS))
                        && token.getOtherClaims().get(UNTIL) instanceof Number end
                        && end.longValue() > Instant.now().getEpochSecond()
                ? Optional.of(end.longValue())
                : Optional.empty();
    }

    /** When an administrator has revoked all that was given before. */
    private static int notBefore(AuthenticationFlowContext context) {
        var realm = context.getRealm();
        return Math.max(
                realm.getNotBefore(), context.getSession().users().getNotBeforeOfUser(realm, context.getUser()));
    }

    /** Holds the passed factor while the user is asked whether the browser is to be remembered. */
    static void ask(AuthenticationFlowContext context, Factor passed) {
        context.getAuthenticationSession().setAuthNote(PASSED, passed.id());
        show(context);
    }

    static void show(AuthenticationFlowContext context) {
        context.forceChallenge(
                context.form().setAttribute("days", LONGEST.toDays()).createForm("postern-remember-browser.ftl"));
    }

    static boolean isAsked(AuthenticationFlowContext context) {
        return context.getAuthenticationSession().getAuthNote(PASSED) != null;
    }

    /** The factor that was passed, once the user has answered; the question is asked again if not. */
    static Optional<Factor> answer(AuthenticationFlowContext context) {
        var answer = context.getHttpRequest().getDecodedFormParameters().getFirst(ANSWER);
        if (answer == null) {
            show(context);
            return Optional.empty();
        }
        if (answer.equals("yes")) {
            set(context, Instant.now().plus(LONGEST).getEpochSecond());
        }
        return Factor.find(requireNonNull(context.getAuthenticationSession().getAuthNote(PASSED)));
    }

    private static void set(AuthenticationFlowContext context, long until) {
        var expiresAt = Math.min(until, Instant.now().plus(WITHOUT_USE).getEpochSecond());
        var token = new JsonWebToken()
                .type(TYPE)
                .issuer(issuer(context))
                .subject(context.getUser().getId())
                .issuedNow()
                .exp(expiresAt);
        token.setOtherClaims(UNTIL, until);
        token.setOtherClaims(CREDENTIALS, credentials(context.getUser()));
        context.getSession()
                .getContext()
                .getHttpResponse()
                .setCookieIfAbsent(new NewCookie.Builder(COOKIE)
                        .value(context.getSession().tokens().encode(token))
                        .path(context.getUriInfo().getBaseUri().getRawPath() + "realms/"
                                + context.getRealm().getName() + "/")
                        .maxAge((int) (expiresAt - Instant.now().getEpochSecond()))
                        .httpOnly(true)
                        .secure(context.getUriInfo().getRequestUri().getScheme().equals("https"))
                        .sameSite(NewCookie.SameSite.LAX)
                        .build());
    }

    private static String issuer(AuthenticationFlowContext context) {
        return Urls.realmIssuer(
                context.getUriInfo().getBaseUri(), context.getRealm().getName());
    }

    /** Changes whenever the user has another credential, another password, or another address. */
    private static String credentials(UserModel user) {
        var all = user.credentialManager()
                .getStoredCredentialsStream()
                .map(credential -> credential.getId() + " " + credential.getCreatedDate())
                .sorted()
                .collect(Collectors.joining("\n"));
        return HashUtils.sha256UrlEncodedHash(
                all + "\n" + user.getEmail() + " " + user.isEmailVerified(), StandardCharsets.UTF_8);
    }
}
