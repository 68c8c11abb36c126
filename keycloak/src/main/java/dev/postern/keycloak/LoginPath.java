package dev.postern.keycloak;

import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.authenticators.broker.util.PostBrokerLoginConstants;
import org.keycloak.authentication.authenticators.broker.util.SerializedBrokeredIdentityContext;
import org.keycloak.events.Details;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/** Which way a login comes: whether there is a browser that can be shown something. */
enum LoginPath {
    BROWSER,
    /** The application has the password, and asks the token endpoint. */
    DIRECT_GRANT;

    /** What Keycloak calls the path of a flow at the token endpoint. */
    private static final String TOKEN_ENDPOINT = "token";

    static LoginPath of(AuthenticationFlowContext context) {
        return TOKEN_ENDPOINT.equals(context.getFlowPath()) ? DIRECT_GRANT : BROWSER;
    }

    /** The name of the protocol in {@code event.transaction}. */
    String protocol(AuthenticationSessionModel login) {
        if (this == DIRECT_GRANT) {
            return "oauth2-password";
        }
        if (!OIDCLoginProtocol.LOGIN_PROTOCOL.equals(login.getProtocol())) {
            return login.getProtocol().equals("saml") ? "samlp" : login.getProtocol();
        }
        var responseType = login.getClientNote(OIDCLoginProtocol.RESPONSE_TYPE_PARAM);
        if (responseType == null || responseType.equals("code")) {
            return "oidc-basic-profile";
        }
        return responseType.contains("code") ? "oidc-hybrid-profile" : "oidc-implicit-profile";
    }

    /** The alias of the identity provider where the user has just logged in; Keycloak notes it only after that one's flow. */
    static Optional<String> identityProvider(AuthenticationSessionModel login) {
        var noted = login.getUserSessionNotes().get(Details.IDENTITY_PROVIDER);
        if (noted != null
                || !LoginActionsService.POST_BROKER_LOGIN_PATH.equals(
                        login.getAuthNote(AuthenticationProcessor.CURRENT_FLOW_PATH))) {
            return Optional.ofNullable(noted);
        }
        return Optional.ofNullable(SerializedBrokeredIdentityContext.readFromAuthenticationSession(
                        login, PostBrokerLoginConstants.PBL_BROKERED_IDENTITY_CONTEXT))
                .map(SerializedBrokeredIdentityContext::getIdentityProviderId);
    }
}
