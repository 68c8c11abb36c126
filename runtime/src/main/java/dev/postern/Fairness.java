package dev.postern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.error.ActionsException;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.tenant.TenantId;
import dev.postern.tenant.TenantLimits;
import dev.postern.tenant.TenantLimitsSource;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Holds every tenant to its limits, so that none takes the server from the others. Thread-safe. */
final class Fairness implements AutoCloseable {

    /** As long as no breaker is open for, and longer than any allowance takes to be whole again. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(10);

    private static final int MOST_TENANTS = 100_000;
    private static final Turn UNLIMITED = new Turn() {
        @Override
        public void ran(GuestOutcome outcome) {}

        @Override
        public void close() {}
    };

    private final TenantLimitsSource source;
    private final LongSupplier nanoTime;
    private final Cache<TenantId, TenantShare> shares;
    private volatile boolean closed;

    Fairness(TenantLimitsSource source, LongSupplier nanoTime) {
        this.source = source;
        this.nanoTime = nanoTime;
        this.shares = Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterAccess(FORGOTTEN_AFTER)
                .ticker(nanoTime::getAsLong)
                .executor(Runnable::run) // no thread of its own
                .build();
    }

    /**
     * Gives a flow of the tenant its turn, which the caller closes; may wait for it.
     *
     * @throws ActionsException {@code resource_exhausted}, {@code breaker_open}, or {@code cancelled} if the thread is
     *     interrupted while it waits
     * @throws IllegalStateException if closed, also meanwhile
     */
    Turn admit(TenantId tenant) {
        if (closed) {
            throw closed();
        }
        var limits = source.limits(tenant);
        if (limits.equals(TenantLimits.none())) {
            return UNLIMITED;
        }
        return share(tenant, limits).admit();
    }

    static IllegalStateException closed() {
        return new IllegalStateException("the runtime is closed");
    }

    private TenantShare share(TenantId tenant, TenantLimits limits) {
        var known = shares.getIfPresent(tenant);
        return known != null && known.limits().equals(limits)
                ? known
                : shares.asMap()
                        .compute(
                                tenant,
                                (id, share) -> share != null && share.limits().equals(limits)
                                        ? share
                                        : new TenantShare(id, limits, nanoTime));
    }

    /** How many tenants are not forgotten. */
    long tenants() {
        shares.cleanUp();
        return shares.estimatedSize();
    }

    /** Sends away what waits. */
    @Override
    public void close() {
        closed = true;
        shares.asMap().values().forEach(TenantShare::close);
    }
}
