package dev.postern.keycloak;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/REALM/postern/continue}. */
public final class ContinueResourceFactory implements RealmResourceProviderFactory {

    /** The provider's id, and the path below the realm's. */
    public static final String ID = "postern";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ContinueResource(session);
    }

    @Override
    public void init(Config.Scope config) {
        // has no options
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // has nothing to prepare
    }

    @Override
    public void close() {
        // holds nothing
    }

    @Override
    public String getId() {
        return ID;
    }
}
