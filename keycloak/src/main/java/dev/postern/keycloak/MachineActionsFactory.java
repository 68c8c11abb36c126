package dev.postern.keycloak;

import java.util.List;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProvider;
import org.keycloak.services.clientpolicy.executor.ClientPolicyExecutorProviderFactory;

/** The executor <i>Postern Actions</i> of a client policy: the trigger credentials-exchange. */
@SuppressWarnings("rawtypes") // as Keycloak declares it
public final class MachineActionsFactory
        implements ClientPolicyExecutorProviderFactory, PlainFactory<ClientPolicyExecutorProvider> {

    /** The provider's id. */
    public static final String ID = "postern-actions";

    @Override
    public ClientPolicyExecutorProvider<?> create(KeycloakSession session) {
        return new MachineActions(session, ActionsAuthenticatorFactory.server(session));
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getHelpText() {
        return "Runs the realm's Actions of credentials-exchange before a client has a token of its own.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
