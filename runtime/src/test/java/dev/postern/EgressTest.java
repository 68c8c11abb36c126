package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.postern.deployment.Flow;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.HttpLimits;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantLimits;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Actions fetch: by the policy of their tenant, no deeper than is allowed, and no longer than they run. */
final class EgressTest {

    private static final Tenant ACME = Tenant.of("acme");
    private static final EgressPolicy LOCAL = EgressPolicy.publicOnly().allowing(List.of("127.0.0.1"));
    private static final int BACKLOG = 2000;

    private final List<String> depths = new CopyOnWriteArrayList<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger waiting = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        release.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            depths.add(String.valueOf(exchange.getRequestHeaders().getFirst(DepthHeader.NAME)));
            if (exchange.getRequestURI().getPath().equals("/wait")) {
                waiting.incrementAndGet();
                release.await();
            }
            var body = "served".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    /** An Action that puts on the ID token what it has fetched. */
    private Flow fetching(Tenant tenant, String path) {
        return Flows.of(tenant, "api.idToken.setCustomClaim('got', await (await fetch('" + url(path) + "')).text());");
    }

    private static String got(FlowResult result) {
        var completed = assertInstanceOf(FlowResult.Completed.class, result);
        return requireNonNull(completed.effects().idTokenClaims().get("got")).asText();
    }

    @Test
    void isRefusedToTheServersOwnNetworkIfNotAllowed() {
        try (var runtime = ActionsRuntime.builder().build()) {
            var result = runtime.start(fetching(ACME, "/"), Flows.event("auth0|1"));

            var error = assertInstanceOf(FlowResult.Failed.class, result).error();
            assertEquals(ErrorCode.ACTION_THREW, error.code());
            assertEquals(
                    "fetch failed (cause: 127.0.0.1 is a loopback address; the tenant's egress rules must allow 127.0.0.1:"
                            + server.getAddress().getPort() + ")",
                    error.message());
            assertEquals(2, error.line());
        }
        assertEquals(List.of(), depths);
    }

    @Test
    void followsThePolicyOfEachTenantAndItsChange() {
        var policy = new AtomicReference<>(LOCAL);
        try (var runtime = ActionsRuntime.builder()
                .withEgress(tenant -> tenant.equals(ACME.id()) ? policy.get() : EgressPolicy.none())
                .build()) {
            assertEquals("served", got(runtime.start(fetching(ACME, "/"), Flows.event("auth0|1"))));
            assertInstanceOf(
                    FlowResult.Failed.class, runtime.start(fetching(Tenant.of("other"), "/"), Flows.event("auth0|1")));
            policy.set(EgressPolicy.none());
            assertInstanceOf(FlowResult.Failed.class, runtime.start(fetching(ACME, "/"), Flows.event("auth0|1")));
        }
    }

    @Test
    void tellsItsDepthAndStopsWhereItIsTooDeep() {
        var header = DepthHeader.ofThisProcess();
        try (var runtime = ActionsRuntime.builder()
                .withEgress(tenant -> LOCAL)
                .withDepthHeader(header)
                .withHttpLimits(HttpLimits.defaults().withDepth(2))
                .build()) {
            var flow = fetching(ACME, "/");
            got(runtime.start(flow, Flows.event("auth0|1")));
            got(runtime.start(flow.withDepth(header.read(depths.get(0))), Flows.event("auth0|1")));
            var result = runtime.start(flow.withDepth(header.read(depths.get(1))), Flows.event("auth0|1"));

            assertEquals(List.of(1, 2), depths.stream().map(header::read).toList());
            var error = assertInstanceOf(FlowResult.Failed.class, result).error();
            assertTrue(error.message().contains("must not call its own server in a circle"), error.message());
        }
    }

    @Test
    void isAsDeepAfterAPause() {
        var header = DepthHeader.ofThisProcess();
        try (var runtime = ActionsRuntime.builder()
                .withEgress(tenant -> LOCAL)
                .withDepthHeader(header)
                .build()) {
            var flow =
                    Flows.of("api.authentication.challengeWith({ type: 'otp' });", "await fetch('" + url("/") + "');");
            var paused =
                    assertInstanceOf(FlowResult.Paused.class, runtime.start(flow.withDepth(2), Flows.event("auth0|1")));
            runtime.resume(paused.resumeToken(), new Resumption.Challenge(Factor.OTP, Flows.request()));

            assertEquals(List.of(3), depths.stream().map(header::read).toList());
        }
    }

    @Test
    void endsWithTheTimeOfTheAction() {
        try (var runtime = ActionsRuntime.builder()
                .withEgress(tenant -> LOCAL)
                .withLimits(Limits.defaults().withWallClock(Duration.ofMillis(500)))
                .build()) {
            var result = runtime.start(fetching(ACME, "/wait"), Flows.event("auth0|1"));

            assertEquals(
                    ErrorCode.TIME_LIMIT,
                    assertInstanceOf(FlowResult.Failed.class, result).error().code());
        }
    }

    /** docs/egress.md shows the statement below, word for word. */
    @Test
    void isSetUpAsTheDocumentShows() throws IOException {
        var depthHeader = DepthHeader.ofThisProcess();
        var runtime = ActionsRuntime.builder()
                .withEgress(tenant -> EgressPolicy.publicOnly().allowing(List.of("db.internal:8443")))
                .withHttpLimits(HttpLimits.defaults().withTotalTime(Duration.ofSeconds(5)))
                .withDepthHeader(depthHeader)
                .build();
        try (runtime) {
            assertInstanceOf(FlowResult.Failed.class, runtime.start(fetching(ACME, "/"), Flows.event("auth0|1")));
        }
        var document = Files.readString(Path.of("../docs/egress.md"));
        var shown = document.substring(document.indexOf("```java\n") + 8);
        var statement = shown.substring(0, shown.indexOf("```")).indent(8);
        var source = Files.readString(Path.of("src/test/java/dev/postern/EgressTest.java"));
        assertTrue(source.contains(statement), statement);
    }

    /** What the handler doesn't wait for is aborted with it, and says nothing of the login. */
    @Test
    void isAbortedWhenTheHandlerHasEnded() {
        try (var runtime = ActionsRuntime.builder().withEgress(tenant -> LOCAL).build()) {
            var flow = Flows.of("fetch('" + url("/wait") + "');");

            assertInstanceOf(FlowResult.Completed.class, runtime.start(flow, Flows.event("auth0|1")));
        }
    }

    /** A thousand logins that wait for an answer hold neither a thread of ours nor one of their callers. */
    @Test
    void holdsNoThreadWhileItWaits() throws InterruptedException {
        var logins = 1000;
        var limits = HttpLimits.defaults().withParallelPerTenant(logins).withTotalTime(Duration.ofMinutes(2));
        var beans = ManagementFactory.getThreadMXBean();
        try (var runtime = ActionsRuntime.builder()
                        .withEgress(tenant -> LOCAL)
                        .withHttpLimits(limits)
                        .withTenantLimits(tenant -> TenantLimits.none())
                        .withLimits(Limits.defaults().withWallClock(Duration.ofMinutes(2)))
                        .build();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            assertEquals("served", got(runtime.start(fetching(ACME, "/"), Flows.event("auth0|1"))));
            var before = beans.getThreadCount();
            var good = new AtomicInteger();
            var flow = fetching(ACME, "/wait");
            for (var i = 0; i < logins; i++) {
                callers.execute(() -> {
                    if (got(runtime.start(flow, Flows.event("auth0|1"))).equals("served")) good.incrementAndGet();
                });
            }
            for (var i = 0; i < 900 && waiting.get() < logins; i++) Thread.sleep(100);
            assertEquals(logins, waiting.get(), "all wait at once");
            var more = beans.getThreadCount() - before;
            assertTrue(more <= 2 * Math.max(2, Runtime.getRuntime().availableProcessors()) + 6, more + " threads more");
            System.out.println(
                    "[INFO] " + logins + " logins wait for an answer on " + more + " threads more than before");
            release.countDown();
            callers.shutdown();
            assertTrue(callers.awaitTermination(60, TimeUnit.SECONDS), "all have ended");
            assertEquals(logins, good.get());
        }
    }
}
