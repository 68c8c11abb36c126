package dev.postern.keycloak;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Serves {@code /realms/REALM/postern/continue}. */
public final class ContinueResourceFactory
        implements RealmResourceProviderFactory, PlainFactory<RealmResourceProvider> {

    /** The provider's id, and the path below the realm's. */
    public static final String ID = "postern";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new ContinueResource(session);
    }

    @Override
    public String getId() {
        return ID;
    }
}
