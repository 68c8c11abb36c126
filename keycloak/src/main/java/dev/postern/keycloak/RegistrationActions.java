package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import dev.postern.FlowResult;
import dev.postern.api.Effects;
import dev.postern.trigger.Trigger;
import java.util.List;
import org.keycloak.authentication.FormAction;
import org.keycloak.authentication.FormContext;
import org.keycloak.authentication.ValidationContext;
import org.keycloak.events.Errors;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** Runs a realm's Actions before a user is created. Nobody is, unless the flow has completed. */
final class RegistrationActions implements FormAction {

    private static final String EFFECTS = "postern.registration-effects";

    private final ActionsServer server;

    RegistrationActions(ActionsServer server) {
        this.server = requireNonNull(server, "server");
    }

    @Override
    public void buildPage(FormContext context, LoginFormsProvider form) {
        // shows nothing of its own
    }

    @Override
    public void validate(ValidationContext context) {
        try {
            var event = KeycloakEvents.registration(context);
            switch (server.start(context.getRealm(), Trigger.PRE_USER_REGISTRATION, event)) {
                case FlowResult.Completed completed -> {
                    context.getSession().setAttribute(EFFECTS, completed.effects());
                    context.success();
                }
                case FlowResult.Denied denied -> {
                    var shown = denied.denial().userMessage();
                    refuse(context, shown == null ? denied.denial().reason() : shown);
                }
                case FlowResult.Failed failed -> refuse(context, "posternFailed");
                case FlowResult.Paused paused -> refuse(context, "posternFailed");
            }
        } catch (RuntimeException e) {
            ActionsLog.notRun(context.getRealm(), e);
            refuse(context, "posternFailed");
        }
    }

    private static void refuse(ValidationContext context, String message) {
        context.error(Errors.ACCESS_DENIED);
        context.excludeOtherErrors();
        context.validationError(
                context.getHttpRequest().getDecodedFormParameters(), List.of(new FormMessage(null, message)));
    }

    @Override
    public void success(FormContext context) {
        if (context.getSession().getAttribute(EFFECTS) instanceof Effects effects) {
            LoginEffects.writeMetadata(effects, context.getUser());
        }
    }

    @Override
    public boolean requiresUser() {
        return false;
    }

    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, UserModel user) {
        return true;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {
        // there is no user yet
    }

    @Override
    public void close() {
        // the server lives on
    }
}
