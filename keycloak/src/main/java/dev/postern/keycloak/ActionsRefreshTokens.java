package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.api.Effects;
import dev.postern.trigger.Trigger;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import org.keycloak.OAuthErrorException;
import org.keycloak.common.ClientConnection;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.protocol.oidc.refresh.DefaultRefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.InitialRefreshTokenContext;
import org.keycloak.representations.RefreshToken;

/**
 * Refreshes the tokens of logins that ran Actions: holds them to the end that Actions have set, and runs the Actions of {@code
 * post-login} again, as Auth0 does (semantics 10). Other logins are refreshed as Keycloak does it.
 */
final class ActionsRefreshTokens extends DefaultRefreshTokenProvider {

    private final ActionsServer server;

    ActionsRefreshTokens(KeycloakSession session, ActionsServer server) {
        super(session);
        this.server = requireNonNull(server, "server");
    }

    @Override
    public RefreshToken generateRefreshToken(InitialRefreshTokenContext context) {
        var token = super.generateRefreshToken(context);
        var client = context.clientSessionCtx().getClientSession();
        if (context.offlineTokenRequested()) {
            copyToOffline(client);
        }
        LoginEffects.shorten(token, client.getUserSession(), client);
        return token;
    }

    private void copyToOffline(AuthenticatedClientSessionModel client) {
        var online = client.getUserSession();
        var offline =
                online.isOffline() ? null : session.sessions().getOfflineUserSession(online.getRealm(), online.getId());
        var offlineClient = offline == null
                ? null
                : offline.getAuthenticatedClientSessionByClient(
                        client.getClient().getId());
        if (offline != null && offlineClient != null) {
            LoginEffects.copy(online, client, offline, offlineClient);
        }
    }

    @Override
    protected TokenManager.TokenValidation validateToken(
            KeycloakSession session,
            UriInfo uriInfo,
            ClientConnection connection,
            RealmModel realm,
            RefreshToken token,
            HttpHeaders headers,
            String scope,
            ClientModel client,
            TokenManager tokenManager,
            EventBuilder event)
            throws OAuthErrorException {
        var validation = super.validateToken(
                session, uriInfo, connection, realm, token, headers, scope, client, tokenManager, event);
        var clientSession = validation.clientSessionCtx.getClientSession();
        if (clientSession.getNote(LoginEffects.TOKENS) != null && !isRevoked(realm, client, validation.user, token)) {
            if (realm.isRevokeRefreshToken()) {
                tokenManager.validateTokenReuse(session, realm, token, clientSession, false);
            }
            pass(realm, validation.userSession, clientSession, token);
        }
        return validation;
    }

    /** Keycloak refuses it, after this: its Actions do nothing more. */
    private boolean isRevoked(RealmModel realm, ClientModel client, UserModel user, RefreshToken token) {
        return token.getIat() < realm.getNotBefore()
                || token.getIat() < client.getNotBefore()
                || token.getIat() < session.users().getNotBeforeOfUser(realm, user);
    }

    private void pass(
            RealmModel realm,
            UserSessionModel userSession,
            AuthenticatedClientSessionModel clientSession,
            RefreshToken token)
            throws OAuthErrorException {
        if (userSession.getUser().getServiceAccountClientLink() != null) {
            throw GrantActions.failed(); // a machine asks anew, and its own trigger runs
        }
        var now = Instant.now();
        if (LoginEffects.end(userSession, clientSession)
                .filter(end -> !now.isBefore(end))
                .isPresent()) {
            throw new OAuthErrorException(OAuthErrorException.INVALID_GRANT, "Session not active");
        }
        var effects = GrantActions.run(
                server,
                realm,
                Trigger.POST_LOGIN,
                () -> KeycloakEvents.refresh(session, userSession, clientSession, token),
                denied -> {
                    LoginEffects.writeMetadata(denied, userSession.getUser());
                    revoke(userSession, clientSession, denied);
                });
        LoginEffects.write(effects, userSession, clientSession);
    }

    private void revoke(UserSessionModel userSession, AuthenticatedClientSessionModel clientSession, Effects effects) {
        if (effects.refreshToken() != null && effects.refreshToken().revoked()) {
            clientSession.detachFromUserSession();
        }
        SessionEnd.revoke(session, userSession.getId(), userSession.getUser(), effects.session());
    }
}
