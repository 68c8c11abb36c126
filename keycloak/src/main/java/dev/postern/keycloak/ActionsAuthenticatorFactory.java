package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The step <i>Postern Actions</i> of a login flow. What it runs and with which limits is the server's configuration; a
 * realm's administrator chooses the trigger, and can only make limits smaller.
 */
public final class ActionsAuthenticatorFactory implements AuthenticatorFactory, StepFactory<Authenticator> {

    /** The provider's id, also in the names of the server's options. */
    public static final String ID = "postern-actions";

    private @Nullable ActionsServer server;

    /** What runs the Actions of all realms. */
    static ActionsServer server(KeycloakSession session) {
        var factory = session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, ID);
        return requireNonNull(((ActionsAuthenticatorFactory) factory).server);
    }

    @Override
    public void init(Config.Scope config) {
        server = ActionsServer.of(config);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ActionsAuthenticator(requireNonNull(server));
    }

    @Override
    public void close() {
        var open = server;
        server = null;
        if (open != null) {
            open.close();
        }
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
        return "Runs the realm's Actions, which may deny the login, add claims, and ask for factors, redirects and forms.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return ProviderConfigurationBuilder.create()
                .property()
                .name(StepSettings.TRIGGER)
                .label("Trigger")
                .helpText("Whose Actions run in this step.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options(StepSettings.TRIGGERS)
                .defaultValue(StepSettings.TRIGGERS.getFirst())
                .add()
                .property()
                .name(StepSettings.PREFIX + RealmLimits.WALL_CLOCK)
                .label("Time limit in ms")
                .helpText("For all Actions of the realm between two pauses; less than the server allows.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(StepSettings.PREFIX + RealmLimits.CPU_TIME)
                .label("CPU limit in ms")
                .helpText("For each Action of the realm; less than the server allows.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(StepSettings.PREFIX + RealmLimits.EGRESS)
                .label("Hosts for requests")
                .helpText(
                        "The hosts that Actions of the realm may send requests to, with commas, or none; only where the server allows it.")
                .type(ProviderConfigProperty.STRING_TYPE)
                .add()
                .property()
                .name(StepSettings.PREFIX + RealmLimits.ISOLATION)
                .label("Isolation")
                .helpText("Runs the Actions of the realm in processes of their own, also where the server does not.")
                .type(ProviderConfigProperty.LIST_TYPE)
                .options("", RealmLimits.WORKERS)
                .add()
                .build();
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }
}
