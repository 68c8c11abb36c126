package dev.postern.keycloak;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** The event listener <i>postern-actions</i>: the triggers post-user-registration and post-change-password. */
public final class UserEventsFactory implements EventListenerProviderFactory {

    /** The provider's id. */
    public static final String ID = "postern-actions";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new UserEvents(session, ActionsAuthenticatorFactory.server(session));
    }

    @Override
    public void init(Config.Scope config) {
        // the authenticator's options are for all
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
