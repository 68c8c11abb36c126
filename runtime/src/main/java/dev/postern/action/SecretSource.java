package dev.postern.action;

import dev.postern.tenant.TenantId;

/** Gives an Action its secrets, each time it runs. Thread-safe. Secrets are never in a snapshot. */
@FunctionalInterface
public interface SecretSource {

    /** The secrets of the Action of this name, and of no other; {@link Secrets#none} if it has none. */
    Secrets secrets(TenantId tenant, String action);
}
