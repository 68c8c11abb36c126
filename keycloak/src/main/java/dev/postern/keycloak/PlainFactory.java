package dev.postern.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;

/** A factory that has no options of its own, nothing to prepare, and nothing to give back. */
interface PlainFactory<T extends Provider> extends ProviderFactory<T> {

    @Override
    default void init(Config.Scope config) {
        // the authenticator's options are for all
    }

    @Override
    default void postInit(KeycloakSessionFactory factory) {
        // has nothing to prepare
    }

    @Override
    default void close() {
        // holds nothing
    }
}
