package dev.postern.keycloak;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContextResult;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;

/** Lets a required action of Keycloak's run inside of a step of a login: its form comes back to the step. */
final class EnrollmentContext extends RequiredActionContextResult {

    private static final String EXECUTION = Constants.EXECUTION + "=";

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

    /** Some pages write links to themselves, such as that to a secret in letters, with the name of the required action. */
    @Override
    public void challenge(Response response) {
        if (response.getEntity() instanceof String page) {
            var own = page.replace(
                    EXECUTION + getAction(), EXECUTION + step.getExecution().getId());
            super.challenge(Response.fromResponse(response).entity(own).build());
        } else {
            super.challenge(response);
        }
    }
}
