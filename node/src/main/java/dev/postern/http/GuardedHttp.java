package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * HTTP for the Actions of one tenant, under its egress policy. It owns the connections, which no other tenant and no
 * other policy shares: for a changed policy make a new one. Thread-safe; who made it closes it, which aborts what is
 * under way and closes all connections.
 *
 * <p>Requests are sent through {@link #forExecution}, because how deep a flow is, and how much one execution may ask for
 * at a time, belong to the execution.
 */
public final class GuardedHttp implements AutoCloseable {

    private static final int IDLE_CONNECTIONS = 20;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);

    private final Egress egress;
    private final DepthHeader depthHeader;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("postern-http-", 0).factory());
    private final Set<OutboundHttp> executions = ConcurrentHashMap.newKeySet();

    /** A client with the certificates that the JVM trusts. */
    public GuardedHttp(EgressPolicy policy, HttpLimits limits, DepthHeader depthHeader) {
        this(policy, limits, depthHeader, new SystemNetwork(), builder -> builder);
    }

    GuardedHttp(
            EgressPolicy policy,
            HttpLimits limits,
            DepthHeader depthHeader,
            Network network,
            UnaryOperator<OkHttpClient.Builder> tls) {
        requireNonNull(policy, "policy");
        requireNonNull(limits, "limits");
        this.depthHeader = requireNonNull(depthHeader, "depthHeader");
        this.egress = new Egress(
                policy,
                limits,
                network,
                tls.apply(client(limits))
                        .socketFactory(new GuardedSocketFactory(policy, network))
                        .dispatcher(new Dispatcher(threads))
                        .build(),
                new Semaphore(limits.parallelPerTenant(), true));
    }

    /**
     * HTTP 1.1 only, as Node's fetch speaks it, and one address tried after the other: for HTTP/2 and for racing
     * addresses OkHttp takes platform threads. No redirect, cookie, proxy, cache or login is its own business.
     */
    private static OkHttpClient.Builder client(HttpLimits limits) {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .fastFallback(false)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .followRedirects(false)
                .followSslRedirects(false)
                .cookieJar(CookieJar.NO_COOKIES)
                .proxy(Proxy.NO_PROXY)
                .connectTimeout(
                        limits.totalTime().compareTo(LONGEST_CONNECT) < 0 ? limits.totalTime() : LONGEST_CONNECT)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO);
    }

    /**
     * HTTP for one execution.
     *
     * @param depth of its flow: what {@link DepthHeader#read} found in the request that started the flow, 0 if nothing
     */
    public OutboundHttp forExecution(int depth) {
        if (depth < 0) {
            throw new IllegalArgumentException("depth must not be negative");
        }
        int deeper = Math.addExact(depth, 1);
        var execution = new ExecutionHttp(egress, threads, deeper, depthHeader.write(deeper), executions::remove);
        executions.add(execution);
        return execution;
    }

    @Override
    public void close() {
        executions.forEach(OutboundHttp::close);
        threads.shutdown();
        egress.network().close();
        egress.client().connectionPool().evictAll();
    }
}
