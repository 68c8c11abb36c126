package dev.postern.directory;

import dev.postern.api.UserBinding;
import dev.postern.tenant.TenantId;

/** Finds the user of a custom token exchange. Thread-safe. */
@FunctionalInterface
public interface UserSearch {

    /** Whether there is such a user; where none is, and none is to be created, the exchange fails. */
    boolean exists(TenantId tenant, UserBinding user);

    /** Leaves it to the host, which meets the user when it applies the effects. */
    static UserSearch byHost() {
        return (tenant, user) -> true;
    }
}
