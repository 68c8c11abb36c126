package dev.postern.keycloak;

import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** The event listener <i>postern-actions</i>: the triggers post-user-registration and post-change-password. */
public final class UserEventsFactory implements EventListenerProviderFactory, PlainFactory<EventListenerProvider> {

    /** The provider's id. */
    public static final String ID = "postern-actions";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new UserEvents(session, ActionsAuthenticatorFactory.server(session));
    }

    @Override
    public String getId() {
        return ID;
    }
}
