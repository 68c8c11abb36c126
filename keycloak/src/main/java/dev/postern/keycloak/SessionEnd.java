package dev.postern.keycloak;

import dev.postern.api.SessionChange;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
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

    private SessionEnd() {}

    /** The session that this login goes on with, if there is one. */
    static Optional<UserSessionModel> standing(KeycloakSession session, AuthenticationSessionModel login) {
        var realm = login.getRealm();
        return Optional.ofNullable(session.sessions()
                        .getUserSession(realm, login.getParentSession().getId()))
                .filter(standing -> AuthenticationManager.isSessionValid(realm, standing));
    }

    /** Ends it, and tells the clients that want to hear it. */
    static void end(KeycloakSession session, UserSessionModel ended) {
        tellClients(session, ended);
        session.sessions().removeUserSession(session.getContext().getRealm(), ended);
    }

    /** Ends the session of this id as Actions have said, and its refresh tokens for offline use unless they live on. */
    static void revoke(KeycloakSession session, String id, SessionChange change) {
        var realm = session.getContext().getRealm();
        var standing = session.sessions().getUserSession(realm, id);
        if (standing != null) {
            end(session, standing);
        }
        var offline = session.sessions().getOfflineUserSession(realm, id);
        if (offline != null && !change.preserveRefreshTokens()) {
            new UserSessionManager(session).revokeOfflineUserSession(offline);
        }
    }

    private static void tellClients(KeycloakSession session, UserSessionModel ended) {
        for (var client : ended.getAuthenticatedClientSessions().values()) {
            session.getProvider(LoginProtocol.class, client.getClient().getProtocol())
                    .setRealm(session.getContext().getRealm())
                    .setHttpHeaders(session.getContext().getHttpRequest().getHttpHeaders())
                    .setUriInfo(session.getContext().getUri())
                    .backchannelLogout(ended, client);
        }
    }
}
