package dev.postern.deployment;

import static java.util.Objects.requireNonNull;

import dev.postern.action.ActionVersion;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.http.DepthHeader;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;

/**
 * The Actions bound to one trigger of a tenant, in the order they run.
 *
 * @param tenant whose login it is
 * @param trigger where the Actions run
 * @param actions at most as many as the trigger takes
 * @param depth how many flows have led to this one, each by a request of an Action; see {@link #withDepth}
 */
public record Flow(Tenant tenant, Trigger trigger, List<ActionVersion> actions, int depth) {

    public Flow {
        requireNonNull(tenant, "tenant");
        requireNonNull(trigger, "trigger");
        actions = List.copyOf(actions);
        if (actions.size() > trigger.maxActions()) {
            throw new ActionsException(
                    ErrorCode.FLOW_INVALID,
                    "the flow " + trigger.id() + " of tenant " + tenant.id() + " has " + actions.size()
                            + " Actions; bind at most " + trigger.maxActions());
        }
        if (depth < 0) {
            throw new IllegalArgumentException("depth must not be negative");
        }
    }

    /** A flow that no request of an Action has started. */
    public Flow(Tenant tenant, Trigger trigger, List<ActionVersion> actions) {
        this(tenant, trigger, actions, 0);
    }

    /**
     * The same flow, started by a request in whose header {@link DepthHeader#NAME} the server's {@link DepthHeader} has
     * read this depth: so that Actions do not call themselves through the server without end.
     */
    public Flow withDepth(int depth) {
        return new Flow(tenant, trigger, actions, depth);
    }
}
