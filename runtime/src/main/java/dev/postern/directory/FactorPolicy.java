package dev.postern.directory;

import dev.postern.event.Event;
import dev.postern.factor.Factor;
import dev.postern.tenant.Tenant;
import java.util.Set;

/** Says which factors a login may use. Thread-safe; asked when a flow starts and whenever it goes on. */
@FunctionalInterface
public interface FactorPolicy {

    Set<Factor> factors(Tenant tenant, Event event);

    /** Those the tenant has switched on. */
    static FactorPolicy ofTenant() {
        return (tenant, event) -> tenant.factors();
    }
}
