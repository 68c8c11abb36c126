package dev.postern.keycloak;

import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormActionFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The step <i>Postern Actions</i> of a registration form: the trigger pre-user-registration. */
public final class RegistrationActionsFactory implements FormActionFactory, StepFactory<FormAction> {

    /** The provider's id. */
    public static final String ID = "postern-registration";

    @Override
    public FormAction create(KeycloakSession session) {
        return new RegistrationActions(ActionsAuthenticatorFactory.server(session));
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
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }
}
