package dev.postern.keycloak;

import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.forms.login.LoginFormsProvider;

/** Lets a required action of Keycloak's run inside of a step of a login: its form comes back to the step. */
final class EnrollmentContext extends RequiredActionContextResult {

    private final AuthenticationFlowContext step;

    EnrollmentContext(AuthenticationFlowContext step, RequiredActionFactory action) {
        super(
                step.getAuthenticationSession(),
                step.getRealm(),
                step.getEvent().clone(),
                step.getSession(),
                step.getHttpRequest(),
                step.getUser(),
                action);
        this.step = step;
    }

    @Override
    public URI getActionUrl(String code) {
        return step.getActionUrl(code);
    }

    @Override
    public LoginFormsProvider form() {
        return super.form().setExecution(step.getExecution().getId());
    }
}
