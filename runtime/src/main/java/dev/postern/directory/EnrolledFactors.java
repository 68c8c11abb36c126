package dev.postern.directory;

import dev.postern.tenant.TenantId;
import java.util.List;
import java.util.Optional;

/** Knows which factors a user has enrolled. Thread-safe; asked when a flow starts and whenever it goes on. */
@FunctionalInterface
public interface EnrolledFactors {

    /** The types of the user's factors; empty where the event says what there are. */
    Optional<List<String>> types(TenantId tenant, String userId);

    /** Believes the event. */
    static EnrolledFactors ofEvent() {
        return (tenant, userId) -> Optional.empty();
    }
}
