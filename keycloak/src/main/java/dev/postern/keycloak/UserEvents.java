package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.trigger.Trigger;
import java.util.Optional;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerTransaction;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Runs a realm's Actions after a user has registered, or has changed the password. Nobody waits for them: they run once
 * what has happened is written, on another thread.
 */
final class UserEvents implements EventListenerProvider {

    private final KeycloakSession session;
    private final ActionsServer server;

    UserEvents(KeycloakSession session, ActionsServer server) {
        this.session = requireNonNull(session, "session");
        this.server = requireNonNull(server, "server");
        session.getTransactionManager().enlistAfterCompletion(written);
    }

    private final EventListenerTransaction written =
            new EventListenerTransaction((event, withRepresentation) -> {}, this::run);

    @Override
    public void onEvent(Event event) {
        if (trigger(event).isPresent()) {
            written.addEvent(event.clone());
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        // what an administrator does is no user's doing
    }

    private static Optional<Trigger> trigger(Event event) {
        return switch (event.getType()) {
            case REGISTER -> Optional.of(Trigger.POST_USER_REGISTRATION);
            case UPDATE_CREDENTIAL ->
                Optional.of(Trigger.POST_CHANGE_PASSWORD)
                        .filter(trigger -> event.getDetails() != null
                                && PasswordCredentialModel.TYPE.equals(
                                        event.getDetails().get(Details.CREDENTIAL_TYPE)));
            default -> Optional.empty();
        };
    }

    private void run(Event event) {
        var trigger = trigger(event).orElseThrow();
        var factory = session.getKeycloakSessionFactory();
        server.later(
                event.getRealmId(),
                () -> KeycloakModelUtils.runJobInTransaction(factory, later -> {
                    var realm = later.realms().getRealm(event.getRealmId());
                    later.getContext().setRealm(realm);
                    var user = realm == null ? null : later.users().getUserById(realm, event.getUserId());
                    if (realm != null && user != null) {
                        server.start(realm, trigger, KeycloakEvents.afterwards(realm, user, event));
                    }
                }));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
