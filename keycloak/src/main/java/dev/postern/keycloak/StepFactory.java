package dev.postern.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.ConfigurableAuthenticatorFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderConfigProperty;

/** A factory of steps of a flow, which has no settings if it does not say so, and of which a user has nothing to set up. */
interface StepFactory<T extends Provider> extends PlainFactory<T>, ConfigurableAuthenticatorFactory {

    @Override
    default @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    default boolean isConfigurable() {
        return !getConfigProperties().isEmpty();
    }

    @Override
    default List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    default boolean isUserSetupAllowed() {
        return false;
    }
}
