package dev.postern.keycloak;

import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.RealmModel;

/**
 * What a realm's administrator has chosen for a step of a flow.
 *
 * @param trigger whose Actions run
 */
record StepSettings(Trigger trigger) {

    static final String TRIGGER = "trigger";

    /** Of the settings that hold for the whole realm. */
    static final String PREFIX = "postern-";

    /** Those whose moment is a step of an authentication flow. */
    static final List<String> TRIGGERS = List.of(Trigger.POST_LOGIN.id(), Trigger.PASSWORD_RESET_POST_CHALLENGE.id());

    /** Whether a flow of the realm has the step: it has Actions then, and nobody logs in without them. */
    static boolean isStepOf(RealmModel realm) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .anyMatch(execution -> ActionsAuthenticatorFactory.ID.equals(execution.getAuthenticator()));
    }

    static StepSettings of(@Nullable AuthenticatorConfigModel model) {
        var config = model == null || model.getConfig() == null ? Map.<String, String>of() : model.getConfig();
        var id = config.getOrDefault(TRIGGER, Trigger.POST_LOGIN.id());
        return new StepSettings(Trigger.find(id)
                .filter(trigger -> TRIGGERS.contains(trigger.id()))
                .orElseThrow(() -> new SettingException(
                        "no step of a login has the trigger '" + id + "'; it has " + String.join(" or ", TRIGGERS))));
    }
}
