package dev.postern;

import static java.util.Objects.requireNonNull;

import dev.postern.event.Request;
import dev.postern.trigger.Trigger;

/**
 * A paused flow as it waits.
 *
 * @param trigger where its Actions run
 * @param result the pause, as it was given when the flow paused
 * @param request the last request the flow has seen, to compare with the one that wants to go on
 */
public record PausedFlow(Trigger trigger, FlowResult.Paused result, Request request) {

    public PausedFlow {
        requireNonNull(trigger, "trigger");
        requireNonNull(result, "result");
        requireNonNull(request, "request");
    }
}
