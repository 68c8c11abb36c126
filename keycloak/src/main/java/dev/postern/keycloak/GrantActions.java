package dev.postern.keycloak;

import dev.postern.FlowResult;
import dev.postern.api.Denial;
import dev.postern.api.Effects;
import dev.postern.event.Event;
import dev.postern.trigger.Trigger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.keycloak.OAuthErrorException;
import org.keycloak.models.RealmModel;

/** Runs Actions where an application asks for tokens itself: there is no browser that could be shown something. */
final class GrantActions {

    private GrantActions() {}

    /**
     * What the Actions ask for.
     *
     * @param denied is given what they have asked for where they deny the tokens
     * @throws OAuthErrorException if they deny the tokens, fail, or ask for something that takes a browser
     */
    static Effects run(
            ActionsServer server, RealmModel realm, Trigger trigger, Supplier<Event> event, Consumer<Effects> denied)
            throws OAuthErrorException {
        FlowResult result;
        try {
            result = server.start(realm, trigger, event.get());
        } catch (RuntimeException e) {
            ActionsLog.notRun(realm, e);
            throw failed();
        }
        return switch (result) {
            case FlowResult.Completed completed -> completed.effects();
            case FlowResult.Denied denial -> {
                denied.accept(denial.effects());
                throw refusal(denial.denial());
            }
            case FlowResult.Failed failed -> throw failed();
            case FlowResult.Paused paused -> throw refusal(Denial.interactionRequired());
        };
    }

    private static OAuthErrorException refusal(Denial denial) {
        return new OAuthErrorException(denial.code(), denial.reason());
    }

    static OAuthErrorException failed() {
        return new OAuthErrorException(OAuthErrorException.ACCESS_DENIED, "the tokens could not be given");
    }
}
