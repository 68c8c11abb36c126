package dev.postern.keycloak;

import dev.postern.api.SessionChange;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.UserSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Ends sessions from within a login. Keycloak's own logout would take the login with it, which has the id of the session that
 * it goes on with.
 */
final class SessionEnd {

    private static final Logger LOG = Logger.getLogger(SessionEnd.class);

    private SessionEnd() {}

    /** The session of this user that the login goes on with, if there is one. */
    static Optional<UserSessionModel> standing(
            KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        var realm = login.getRealm();
        return Optional.ofNullable(session.sessions()
                        .getUserSession(realm, login.getParentSession().getId()))
                .filter(standing -> AuthenticationManager.isSessionValid(realm, standing))
                .filter(standing -> isOf(standing, user));
    }

    private static boolean isOf(UserSessionModel session, UserModel user) {
        return session.getUser() != null && session.getUser().getId().equals(user.getId());
    }

    /** Ends it, and tells the clients that want to hear it. */
    static void end(KeycloakSession session, UserSessionModel ended) {
        try {
            tellClients(session, ended);
        } finally {
            session.sessions().removeUserSession(session.getContext().getRealm(), ended);
        }
    }

    /** Ends one that is over, and its refresh tokens for offline use, which are over with it. */
    static void endOver(KeycloakSession session, UserSessionModel ended, Instant now) {
        end(session, ended);
        var offline =
                session.sessions().getOfflineUserSession(session.getContext().getRealm(), ended.getId());
        if (offline != null
                && SessionTerms.of(offline.getNote(SessionTerms.SESSION), now).isOver(now)) {
            new UserSessionManager(session).revokeOfflineUserSession(offline);
        }
    }

    /**
     * Refuses a login that would have the id of another user's session for offline use: Keycloak would take the one for
     * the other, and give this user tokens of that one.
     *
     * @throws IllegalStateException if there is one
     */
    static void checkOwnOffline(KeycloakSession session, AuthenticationSessionModel login, UserModel user) {
        var offline = session.sessions()
                .getOfflineUserSession(
                        login.getRealm(), login.getParentSession().getId());
        if (offline != null && !isOf(offline, user)) {
            throw new IllegalStateException("another user's refresh tokens have the id of this login");
        }
    }

    /** Ends the session of this id if Actions have said so, and its refresh tokens for offline use unless they live on. */
    static void revoke(KeycloakSession session, String id, UserModel user, @Nullable SessionChange change) {
        if (change == null || !change.revoked()) {
            return;
        }
        var realm = session.getContext().getRealm();
        var standing = session.sessions().getUserSession(realm, id);
        if (standing != null && isOf(standing, user)) {
            end(session, standing);
        }
        var offline = session.sessions().getOfflineUserSession(realm, id);
        if (offline != null && isOf(offline, user) && !change.preserveRefreshTokens()) {
            new UserSessionManager(session).revokeOfflineUserSession(offline);
        }
    }

    private static void tellClients(KeycloakSession session, UserSessionModel ended) {
        for (var client : ended.getAuthenticatedClientSessions().values()) {
            var protocol = client.getProtocol() == null
                    ? null
                    : session.getProvider(LoginProtocol.class, client.getProtocol());
            if (protocol == null) {
                continue;
            }
            try {
                protocol.setRealm(session.getContext().getRealm())
                        .setHttpHeaders(session.getContext().getHttpRequest().getHttpHeaders())
                        .setUriInfo(session.getContext().getUri())
                        .backchannelLogout(ended, client);
            } catch (RuntimeException e) {
                LOG.warnf(
                        e,
                        "the client %s could not be told that a session has ended",
                        client.getClient().getClientId());
            }
        }
    }
}
