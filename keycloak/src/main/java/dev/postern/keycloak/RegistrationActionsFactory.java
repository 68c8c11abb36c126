package dev.postern.keycloak;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** The step <i>Postern Actions</i> of a registration form: the trigger pre-user-registration. */
public final class RegistrationActionsFactory implements FormActionFactory {

    /** The provider's id. */
    public static final String ID = "postern-registration";

    @Override
    public FormAction create(KeycloakSession session) {
        return new RegistrationActions(ActionsAuthenticatorFactory.server(session));
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

    @Override
    public String getDisplayType() {
        return "Postern Actions";
    }

    @Override
    public String getHelpText() {
        return "Runs the realm's Actions of pre-user-registration. Put it last in the form.";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public boolean isConfigurable() {
        return false;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }
}
