package dev.postern.cache;

import static java.util.Objects.requireNonNull;

import dev.postern.tenant.TenantId;

/** Whose records are kept together: those of all Actions of one trigger of one tenant, and nobody else's. */
public record CacheScope(TenantId tenant, String trigger) {

    public CacheScope {
        requireNonNull(tenant, "tenant");
        requireNonNull(trigger, "trigger");
    }
}
