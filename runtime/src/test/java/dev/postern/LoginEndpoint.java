package dev.postern;

import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import dev.postern.tenant.MfaPolicy;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;

/** What the README shows, but for the line with the code. */
final class LoginEndpoint {
    private static final String CODE = Flows.read("step-up.js");
    private final ActionsRuntime runtime = ActionsRuntime.builder().build();
    private final Tenant tenant = Tenant.of("acme").withMfaPolicy(MfaPolicy.ADAPTIVE);
    private final Flow flow = new Flow(tenant, Trigger.POST_LOGIN, List.of(ActionVersion.of("step-up.js", CODE)));

    String login(String eventJson) {
        return page(runtime.start(flow, Event.parse(eventJson)));
    }

    String otpWasRight(String state, Request request) {
        var token = ResumeToken.of(tenant.id(), state);
        return page(runtime.resume(token, new Resumption.Challenge(Factor.OTP, request)));
    }

    private static String page(FlowResult result) {
        return switch (result) {
            case FlowResult.Completed done -> "tokens with " + done.effects().idTokenClaims();
            case FlowResult.Paused paused -> "MFA for " + paused.resumeToken().value();
            case FlowResult.Denied denied -> "error " + denied.denial().code();
            case FlowResult.Failed failed -> "error access_denied";
        };
    }
}
