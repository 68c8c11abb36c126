package dev.postern.tenant;

import dev.postern.http.EgressPolicy;

/** Says where the Actions of a tenant may send requests. Must be thread-safe. */
@FunctionalInterface
public interface EgressSource {

    /**
     * The tenant's policy, asked for each execution that sends a request. What it throws ends the execution, and so the
     * login.
     */
    EgressPolicy policy(TenantId tenant);
}
