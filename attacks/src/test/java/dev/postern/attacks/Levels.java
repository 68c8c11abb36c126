package dev.postern.attacks;

import dev.postern.ActionsRuntime;
import dev.postern.ActionsRuntimeBuilder;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.tenant.TenantLimits;

/** How a server under attack is made. */
final class Levels {

    private static final WorkerSettings WORKERS =
            WorkerSettings.defaults().withMost(5).withReady(1);

    private Levels() {}

    /** A runtime of this level that does not limit tenants, so that each attack meets the sandbox. */
    static ActionsRuntimeBuilder builder(Isolation level) {
        return ActionsRuntime.builder()
                .withIsolation(level)
                .withWorkers(WORKERS)
                .withTenantLimits(tenant -> TenantLimits.none());
    }
}
