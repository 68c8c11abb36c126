package dev.postern.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.api.Effects;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Does to a user and a login what Actions have asked for. */
final class LoginEffects {

    /** A note of the client's session, with what its tokens are to hold. */
    static final String TOKENS = "postern.tokens";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String SESSION_ENTRY = "postern.session.";

    private LoginEffects() {}

    /** The part that a login has also when it pauses, or is denied. */
    static void writeMetadata(Effects effects, UserModel user) {
        UserMetadata.USER.change(user, effects.userMetadata());
        UserMetadata.APP.change(user, effects.appMetadata());
    }

    /**
     * All of it, at the end of a login that goes through.
     *
     * @throws IllegalStateException if Actions have asked for what this adapter cannot do: the login must not go through
     *     without it
     */
    static void write(Effects effects, UserModel user, AuthenticationSessionModel login) {
        check(effects.primaryUserId() == null, "the tokens to be for another user");
        check(effects.samlResponse() == null, "changes of the SAML response");
        check(effects.refreshToken() == null, "changes of the refresh token");
        var change = effects.session();
        check(
                change == null
                        || (change.expiresAt() == null
                                && change.idleExpiresAt() == null
                                && change.cookieMode() == null),
                "another lifetime of the session");
        writeMetadata(effects, user);
        login.setClientNote(TOKENS, tokens(effects, user.getId()));
        var session = effects.session();
        if (session != null) {
            session.metadata().forEach((name, value) -> {
                login.setUserSessionNote(SESSION_ENTRY + name, value.isNull() ? "" : value.asText());
            });
        }
        ProvedFactors.keep(login, user, KeycloakEvents.methods(login, user));
        LoginCount.add(user);
    }

    private static void check(boolean isPossible, String what) {
        if (!isPossible) {
            throw new IllegalStateException("an Action has asked for " + what + ", which this server cannot do");
        }
    }

    /** What {@link ActionsTokenMapper} puts on tokens. */
    static String tokens(Effects effects, String userId) {
        var tokens = MAPPER.createObjectNode().put("user", userId);
        tokens.putObject("id_token").setAll(effects.idTokenClaims());
        tokens.putObject("access_token").setAll(effects.accessTokenClaims());
        effects.scopesAdded().forEach(tokens.putArray("scopes_added")::add);
        effects.scopesRemoved().forEach(tokens.putArray("scopes_removed")::add);
        return tokens.toString();
    }
}
