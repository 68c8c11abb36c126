package dev.postern.keycloak;

import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.utils.KeycloakSessionUtil;

/** The login that the calling thread works on: what the runtime asks of the server is about it alone. */
final class CurrentLogin {

    private CurrentLogin() {}

    static KeycloakSession session() {
        return KeycloakSessionUtil.getKeycloakSession();
    }

    /** @throws ActionsException {@code snapshot_store_failed} if there is none: outside of a browser nothing can be kept */
    static AuthenticationSessionModel authentication() {
        var session = session();
        var authentication = session == null ? null : session.getContext().getAuthenticationSession();
        if (authentication == null) {
            throw new ActionsException(
                    ErrorCode.SNAPSHOT_STORE_FAILED, "this request belongs to no login that could pause");
        }
        return authentication;
    }
}
