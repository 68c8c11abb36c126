package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.trigger.Trigger;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Runs a realm's Actions before a machine has an access token by the client credentials grant. */
final class MachineActions implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private final KeycloakSession session;
    private final ActionsServer server;

    MachineActions(KeycloakSession session, ActionsServer server) {
        this.session = requireNonNull(session, "session");
        this.server = requireNonNull(server, "server");
    }

    @Override
    public String getProviderId() {
        return MachineActionsFactory.ID;
    }

    @Override
    public void executeOnEvent(ClientPolicyContext context) throws ClientPolicyException {
        if (!(context instanceof ServiceAccountTokenRequestContext request)) {
            return;
        }
        var clientSession = request.getClientSession();
        try {
            var effects = GrantActions.run(
                    server,
                    session.getContext().getRealm(),
                    Trigger.CREDENTIALS_EXCHANGE,
                    () -> KeycloakEvents.machine(session, request),
                    denied -> {
                        // nothing is done for a machine that gets no token
                    });
            var user = clientSession.getUserSession().getUser();
            clientSession.setNote(LoginEffects.TOKENS, LoginEffects.tokens(effects, user.getId()));
        } catch (OAuthErrorException e) {
            throw new ClientPolicyException(e.getError(), e.getDescription());
        }
    }
}
