package dev.postern.keycloak;

import org.keycloak.provider.Provider;

/** A factory of what does a thing of Keycloak's in its place: it comes before Keycloak's own. */
interface ReplacingFactory<T extends Provider> extends PlainFactory<T> {

    @Override
    default int order() {
        return 100;
    }

    @Override
    default String getId() {
        return ActionsAuthenticatorFactory.ID;
    }
}
