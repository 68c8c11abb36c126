package dev.postern.tenant;

import dev.postern.sandbox.Limits;

/** Says what an Action of each tenant may use. Must be thread-safe. */
@FunctionalInterface
public interface LimitsSource {

    /**
     * The tenant's limits, asked at each start and resume. The wall clock counts for all Actions between two pauses together
     * (semantics 21). What it throws refuses the flow; a paused one still waits.
     */
    Limits limits(TenantId tenant);
}
