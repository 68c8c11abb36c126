package dev.postern;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.GuardedHttp;
import dev.postern.http.HttpLimits;
import dev.postern.http.OutboundHttp;
import dev.postern.tenant.EgressSource;
import dev.postern.tenant.TenantId;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** HTTP for the Actions of all tenants, each with connections of its own, which a changed policy does not take over. */
final class TenantHttp implements AutoCloseable {

    /** Far longer than any execution, which would lose its requests with its tenant's client. */
    private static final Duration IDLE = Duration.ofMinutes(30);

    private final EgressSource policies;
    private final HttpLimits limits;
    private final DepthHeader depthHeader;

    /** Made for the first request: few runs of the command line send one. */
    private @Nullable Cache<Owner, GuardedHttp> clients;

    TenantHttp(EgressSource policies, HttpLimits limits, DepthHeader depthHeader) {
        this.policies = policies;
        this.limits = limits;
        this.depthHeader = depthHeader;
    }

    private record Owner(TenantId tenant, EgressPolicy policy) {}

    /** The requests of one execution. A client is made for the first, on the thread that runs the execution. */
    static final class OfExecution implements Supplier<OutboundHttp>, AutoCloseable {
        private final Supplier<OutboundHttp> maker;
        private @Nullable OutboundHttp made;

        private OfExecution(Supplier<OutboundHttp> maker) {
            this.maker = maker;
        }

        @Override
        public OutboundHttp get() {
            var http = made;
            if (http == null) {
                http = maker.get();
                made = http;
            }
            return http;
        }

        @Override
        public void close() {
            if (made != null) made.close();
        }
    }

    /** HTTP for an execution of a flow of this depth. */
    OfExecution forExecution(TenantId tenant, int depth) {
        return new OfExecution(() -> client(tenant).forExecution(depth));
    }

    private synchronized GuardedHttp client(TenantId tenant) {
        var known = clients;
        if (known == null) {
            known = Caffeine.newBuilder()
                    .expireAfterAccess(IDLE)
                    .<Owner, GuardedHttp>removalListener((owner, client, cause) -> {
                        if (client != null) client.close();
                    })
                    .build();
            clients = known;
        }
        return known.get(
                new Owner(tenant, policies.policy(tenant)),
                owner -> new GuardedHttp(owner.policy(), limits, depthHeader));
    }

    @Override
    public synchronized void close() {
        if (clients != null) clients.asMap().values().forEach(GuardedHttp::close);
    }
}
