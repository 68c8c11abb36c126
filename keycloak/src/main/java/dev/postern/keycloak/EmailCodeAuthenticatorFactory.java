package dev.postern.keycloak;

import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The factor {@code email}, which Keycloak has no page for: a code that is sent to the user's verified address. */
public final class EmailCodeAuthenticatorFactory implements AuthenticatorFactory, StepFactory<Authenticator> {

    /** The provider's id. */
    public static final String ID = "postern-email-code";

    private static final Authenticator AUTHENTICATOR = new EmailCodeAuthenticator();

    @Override
    public Authenticator create(KeycloakSession session) {
        return AUTHENTICATOR;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public String getDisplayType() {
        return "Postern Email Code";
    }

    @Override
    public String getHelpText() {
        return "Sends a code to the user's verified email address and asks for it.";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return "email";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }
}
