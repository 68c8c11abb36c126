package dev.postern.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Makes what refreshes tokens; it comes before Keycloak's own. */
public final class ActionsRefreshTokensFactory
        implements RefreshTokenProviderFactory, ReplacingFactory<RefreshTokenProvider> {

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new ActionsRefreshTokens(session, ActionsAuthenticatorFactory.server(session));
    }
}
