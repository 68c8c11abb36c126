package dev.postern.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Effects;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Does to a user and a login what Actions have asked for. */
final class LoginEffects {

    /** A note of the client's session, with what its tokens are to hold. */
    static final String TOKENS = "postern.tokens";

    /** The claim of who acts for the user. */
    static final String ACTOR = "act";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String PERSISTENT = "persistent";

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
    static void write(Effects effects, KeycloakSession session, UserModel user, AuthenticationSessionModel login) {
        check(effects);
        writeMetadata(effects, user);
        login.setClientNote(TOKENS, tokens(effects, user.getId()));
        var now = Instant.now();
        SessionEnd.checkOwnOffline(session, login, user);
        var standing = SessionEnd.standing(session, login, user);
        var terms = standing.map(kept -> kept.getNote(SessionTerms.SESSION)).orElse(null);
        SessionTerms.next(terms, effects.session(), now)
                .ifPresent(note -> login.setUserSessionNote(SessionTerms.SESSION, note));
        // Also where nothing is said: a note of an earlier login would stay.
        login.setClientNote(
                SessionTerms.REFRESH_TOKEN,
                SessionTerms.of(null, now).used(effects.refreshToken(), now).note());
        writeCookieMode(effects, login);
        ProvedFactors.add(login, user, effects.authenticationMethods());
        ProvedFactors.keep(login, user, KeycloakEvents.methods(session, login, user));
        LoginCount.add(user);
    }

    /** What a refresh changes: as a login's, in the sessions that are there. */
    static void write(Effects effects, UserSessionModel session, AuthenticatedClientSessionModel client) {
        check(effects);
        var user = session.getUser();
        writeMetadata(effects, user);
        client.setNote(TOKENS, tokens(effects, user.getId()));
        var now = Instant.now();
        SessionTerms.next(session.getNote(SessionTerms.SESSION), effects.session(), now)
                .ifPresent(note -> session.setNote(SessionTerms.SESSION, note));
        SessionTerms.next(client.getNote(SessionTerms.REFRESH_TOKEN), effects.refreshToken(), now)
                .ifPresent(note -> client.setNote(SessionTerms.REFRESH_TOKEN, note));
    }

    /**
     * What an exchange of tokens asks for, in the session that it is for and the login that it makes.
     *
     * @param actor who acts for the user, or null
     */
    static void write(
            Effects effects, UserSessionModel session, AuthenticationSessionModel login, @Nullable ObjectNode actor) {
        check(effects);
        var user = session.getUser();
        writeMetadata(effects, user);
        var tokens = json(effects, user.getId());
        if (actor != null) {
            tokens.withObject("/id_token").set(ACTOR, actor);
            tokens.withObject("/access_token").set(ACTOR, actor);
        }
        login.setClientNote(TOKENS, tokens.toString());
        var now = Instant.now();
        SessionTerms.next(session.getNote(SessionTerms.SESSION), effects.session(), now)
                .ifPresent(note -> session.setNote(SessionTerms.SESSION, note));
        var known =
                session.getAuthenticatedClientSessionByClient(login.getClient().getId());
        var terms = SessionTerms.of(known == null ? null : known.getNote(SessionTerms.REFRESH_TOKEN), now);
        login.setClientNote(
                SessionTerms.REFRESH_TOKEN,
                terms.used(effects.refreshToken(), now).note());
    }

    /** Has the sessions for offline use, which Keycloak may have had before this login, know what it says of them. */
    static void copy(
            UserSessionModel session,
            AuthenticatedClientSessionModel client,
            UserSessionModel offline,
            AuthenticatedClientSessionModel offlineClient) {
        for (var note : List.of(SessionTerms.SESSION, ProvedFactors.NOTE)) {
            if (session.getNote(note) != null) {
                offline.setNote(note, session.getNote(note));
            }
        }
        for (var note : List.of(SessionTerms.REFRESH_TOKEN, TOKENS)) {
            if (client.getNote(note) != null) {
                offlineClient.setNote(note, client.getNote(note));
            }
        }
    }

    private static void check(Effects effects) {
        check(effects.primaryUserId() == null, "the tokens to be for another user");
        check(effects.samlResponse() == null, "changes of the SAML response");
    }

    /** A cookie outlives the browser where Keycloak remembers the user, which the realm must allow. */
    private static void writeCookieMode(Effects effects, AuthenticationSessionModel login) {
        var change = effects.session();
        if (change == null || change.cookieMode() == null) {
            return;
        }
        if (!change.cookieMode().equals(PERSISTENT)) {
            login.removeAuthNote(Details.REMEMBER_ME);
        } else if (login.getRealm().isRememberMe()) {
            login.setAuthNote(Details.REMEMBER_ME, "true");
        }
    }

    private static void check(boolean isPossible, String what) {
        if (!isPossible) {
            throw new IllegalStateException("an Action has asked for " + what + ", which this server cannot do");
        }
    }

    /**
     * What the last login of the client's session has asked for; nothing if it ran no Actions.
     *
     * @throws IllegalStateException if that was another user's: tokens must not be given then
     */
    static JsonNode tokens(AuthenticatedClientSessionModel client, UserSessionModel session) {
        var note = client.getNote(TOKENS);
        if (note == null) {
            return MAPPER.createObjectNode();
        }
        try {
            var tokens = MAPPER.readTree(note);
            if (!tokens.path("user").asText().equals(session.getUser().getId())) {
                throw new IllegalStateException("the Actions of this session ran for another user");
            }
            return tokens;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When Actions let the session end, or its refresh tokens, if they have said so and it is not used before. */
    static Optional<Instant> end(UserSessionModel session, AuthenticatedClientSessionModel client) {
        var now = Instant.now();
        return Stream.of(
                        SessionTerms.of(session.getNote(SessionTerms.SESSION), now),
                        SessionTerms.of(client.getNote(SessionTerms.REFRESH_TOKEN), now))
                .flatMap(terms -> terms.end().stream())
                .min(Instant::compareTo);
    }

    /** Lets a token live no longer than Actions let the session, or its refresh tokens. */
    static void shorten(JsonWebToken token, UserSessionModel session, AuthenticatedClientSessionModel client) {
        end(session, client).ifPresent(end -> {
            if (token.getExp() == null || token.getExp() > end.getEpochSecond()) {
                token.exp(end.getEpochSecond());
            }
        });
    }

    /** What {@link ActionsTokenMapper} puts on tokens. */
    static String tokens(Effects effects, String userId) {
        return json(effects, userId).toString();
    }

    private static ObjectNode json(Effects effects, String userId) {
        var tokens = MAPPER.createObjectNode().put("user", userId);
        tokens.putObject("id_token").setAll(effects.idTokenClaims());
        tokens.putObject("access_token").setAll(effects.accessTokenClaims());
        effects.scopesAdded().forEach(tokens.putArray("scopes_added")::add);
        effects.scopesRemoved().forEach(tokens.putArray("scopes_removed")::add);
        return tokens;
    }
}
