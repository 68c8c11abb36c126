package dev.postern.action;

import dev.postern.tenant.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a resumed flow finds the versions it started with, even after a deploy. Thread-safe. Where several servers
 * resume each other's flows, all of them must find what any of them has {@link #keep kept}.
 */
public interface ActionVersions {

    /** Keeps the version; called when a flow pauses that will need it. Keeping it again changes nothing. */
    void keep(TenantId tenant, ActionVersion version);

    /** The version of this content hash, if it is still kept for this tenant. */
    Optional<ActionVersion> find(TenantId tenant, String contentHash);

    /** Keeps versions in memory for as long as this object lives. */
    static ActionVersions inMemory() {
        return new ActionVersions() {
            private final Map<TenantId, Map<String, ActionVersion>> kept = new ConcurrentHashMap<>();

            @Override
            public void keep(TenantId tenant, ActionVersion version) {
                kept.computeIfAbsent(tenant, id -> new ConcurrentHashMap<>())
                        .putIfAbsent(version.contentHash(), version);
            }

            @Override
            public Optional<ActionVersion> find(TenantId tenant, String contentHash) {
                return Optional.ofNullable(kept.getOrDefault(tenant, Map.of()).get(contentHash));
            }
        };
    }
}
