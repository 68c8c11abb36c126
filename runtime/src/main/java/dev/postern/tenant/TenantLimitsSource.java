package dev.postern.tenant;

/** Says what each tenant may take of the server. Must be thread-safe. */
@FunctionalInterface
public interface TenantLimitsSource {

    /**
     * The tenant's limits, asked at each start and resume. Where they have changed, the tenant begins anew under them. What
     * it throws refuses the flow.
     */
    TenantLimits limits(TenantId tenant);
}
