package dev.postern.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProvider;
import org.keycloak.protocol.oidc.refresh.RefreshTokenProviderFactory;

/** Makes what refreshes tokens; it comes before Keycloak's own. */
public final class ActionsRefreshTokensFactory
        implements RefreshTokenProviderFactory, PlainFactory<RefreshTokenProvider> {

    private static final int BEFORE_KEYCLOAKS_OWN = 100;

    @Override
    public RefreshTokenProvider create(KeycloakSession session) {
        return new ActionsRefreshTokens(session, ActionsAuthenticatorFactory.server(session));
    }

    @Override
    public int order() {
        return BEFORE_KEYCLOAKS_OWN;
    }

    @Override
    public String getId() {
        return ActionsAuthenticatorFactory.ID;
    }
}
