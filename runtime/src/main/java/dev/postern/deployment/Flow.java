package dev.postern.deployment;

import static java.util.Objects.requireNonNull;

import dev.postern.action.ActionVersion;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.List;

/**
 * The Actions bound to one trigger of a tenant, in the order they run.
 *
 * @param tenant whose login it is
 * @param trigger where the Actions run
 * @param actions at most as many as the trigger takes
 */
public record Flow(Tenant tenant, Trigger trigger, List<ActionVersion> actions) {

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
    }
}
