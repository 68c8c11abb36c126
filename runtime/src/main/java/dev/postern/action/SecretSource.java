package dev.postern.action;

import dev.postern.tenant.TenantId;

/** Gives an Action its secrets, each time it runs. Thread-safe. Secrets are never in a snapshot. */
@FunctionalInterface
public interface SecretSource {

    /** The secrets of the Action of this name, and of no other; {@link Secrets#none} if it has none. */
    Secrets secrets(TenantId tenant, String action);

    /**
     * The secrets of the module that Actions require as {@code actions:name}: its code sees them as {@code
     * actions.secrets}, and no Action does unless the module hands them out. None if not overridden.
     */
    default Secrets moduleSecrets(TenantId tenant, String module) {
        return Secrets.none();
    }
}
