package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.FlowResult;
import dev.postern.trigger.Trigger;
import org.jboss.logging.Logger;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ClientPolicyExecutorConfigurationRepresentation;
import org.keycloak.services.clientpolicy.ClientPolicyContext;
import org.keycloak.services.clientpolicy.ClientPolicyException;
import org.keycloak.services.clientpolicy.context.ServiceAccountTokenRequestContext;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;

/** Runs a realm's Actions before a machine has an access token by the client credentials grant. */
final class MachineActions implements ClientPolicyExecutorProvider<ClientPolicyExecutorConfigurationRepresentation> {

    private static final Logger LOG = Logger.getLogger(MachineActions.class);

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
        var realm = session.getContext().getRealm();
        FlowResult result;
        try {
            result = server.start(realm, Trigger.CREDENTIALS_EXCHANGE, KeycloakEvents.machine(session, request));
        } catch (RuntimeException e) {
            LOG.errorf(e, "realm %s: the Actions of a client could not be run", realm.getName());
            throw failed();
        }
        switch (result) {
            case FlowResult.Completed completed ->
                request.getClientSession()
                        .setNote(
                                LoginEffects.TOKENS,
                                LoginEffects.tokens(
                                        completed.effects(),
                                        request.getClientSession()
                                                .getUserSession()
                                                .getUser()
                                                .getId()));
            case FlowResult.Denied denied ->
                throw new ClientPolicyException(
                        denied.denial().code(), denied.denial().reason());
            case FlowResult.Failed failed -> throw failed();
            case FlowResult.Paused paused -> throw failed();
        }
    }

    private static ClientPolicyException failed() {
        return new ClientPolicyException(OAuthErrorException.SERVER_ERROR, "the token could not be given");
    }
}
