package dev.postern.keycloak;

import org.keycloak.Config;
import org.keycloak.common.Profile;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenExchangeProvider;
import org.keycloak.protocol.oidc.TokenExchangeProviderFactory;
import org.keycloak.provider.EnvironmentDependentProviderFactory;

/** Makes what exchanges tokens; it comes before Keycloak's own. */
public final class ActionsTokenExchangeFactory
        implements TokenExchangeProviderFactory,
                ReplacingFactory<TokenExchangeProvider>,
                EnvironmentDependentProviderFactory {

    @Override
    public TokenExchangeProvider create(KeycloakSession session) {
        return new ActionsTokenExchange(ActionsAuthenticatorFactory.server(session));
    }

    @Override
    public boolean isSupported(Config.Scope config) {
        return Profile.isFeatureEnabled(Profile.Feature.TOKEN_EXCHANGE_STANDARD_V2);
    }
}
