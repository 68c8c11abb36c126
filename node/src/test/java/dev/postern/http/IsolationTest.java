package dev.postern.http;

import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.CookieManager;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What tenants do not share with each other, nor with the rest of the JVM. */
final class IsolationTest {

    private static final EgressPolicy LOCAL = EgressPolicy.none().allowing(List.of("127.0.0.1"));

    private static GuardedHttp client(EgressPolicy policy, HttpLimits limits) {
        return new GuardedHttp(policy, limits, DepthHeader.ofThisProcess());
    }

    @Test
    void sharesNoConnectionBetweenPolicies() throws Exception {
        try (var server = new TestServer(TestServer.ok("mine"));
                var one = client(LOCAL, HttpLimits.defaults());
                var other = client(LOCAL, HttpLimits.defaults());
                var forbidden = client(EgressPolicy.publicOnly(), HttpLimits.defaults())) {
            var get = OutboundRequest.of("GET", server.url("/"));
            text(one.forExecution(0).send(get));
            text(one.forExecution(0).send(get));
            assertEquals(1, server.connections());

            text(other.forExecution(0).send(get));

            assertEquals(2, server.connections());
            assertEquals(
                    OutboundException.Reason.FORBIDDEN,
                    Outcome.failure(forbidden.forExecution(0).send(get)).reason());
        }
    }

    @Test
    void doesNotReuseAConnectionThatWasMadeUnderARuleForAnotherPort() throws Exception {
        try (var server = new TestServer(TestServer.ok("mine"));
                var other = new TestServer(TestServer.ok("other"));
                var client = client(
                        EgressPolicy.none().allowing(List.of("127.0.0.1:" + server.port())), HttpLimits.defaults())) {
            var http = client.forExecution(0);
            assertEquals("mine", text(http.send(OutboundRequest.of("GET", server.url("/")))));

            assertEquals(
                    OutboundException.Reason.FORBIDDEN,
                    Outcome.failure(http.send(OutboundRequest.of("GET", other.url("/"))))
                            .reason());
        }
    }

    @Test
    void heedsNoProxyOfTheJvm() throws Exception {
        var selector = ProxySelector.getDefault();
        try (var server = new TestServer(TestServer.ok("direct"));
                var proxy = new TestServer(TestServer.ok("through the proxy"));
                var client = client(LOCAL, HttpLimits.defaults())) {
            System.setProperty("http.proxyHost", "127.0.0.1");
            System.setProperty("http.proxyPort", String.valueOf(proxy.port()));
            System.setProperty("http.nonProxyHosts", "");
            ProxySelector.setDefault(
                    new Everywhere(new InetSocketAddress(FakeInternet.address("127.0.0.1"), proxy.port())));

            assertEquals("direct", text(client.forExecution(0).send(OutboundRequest.of("GET", server.url("/")))));
            assertEquals(0, proxy.connections());
        } finally {
            List.of("http.proxyHost", "http.proxyPort", "http.nonProxyHosts").forEach(System::clearProperty);
            ProxySelector.setDefault(selector);
        }
    }

    /** A proxy for HTTP and, as {@code socksProxyHost} has it, for every socket that is not told otherwise. */
    private static final class Everywhere extends ProxySelector {
        private final InetSocketAddress proxy;

        Everywhere(InetSocketAddress proxy) {
            this.proxy = proxy;
        }

        @Override
        public List<Proxy> select(URI uri) {
            return List.of(new Proxy(uri.getScheme().equals("socket") ? Proxy.Type.SOCKS : Proxy.Type.HTTP, proxy));
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            throw new AssertionError("a proxy was tried");
        }
    }

    @Test
    void usesNoPasswordsOrCookiesOfTheJvm() throws Exception {
        var cookies = CookieHandler.getDefault();
        try (var server = new TestServer((request, out) -> out.write(TestServer.response(
                        "401 Unauthorized",
                        "WWW-Authenticate: Basic realm=\"r\"\r\nSet-Cookie: a=1\r\n",
                        new byte[0])));
                var client = client(LOCAL, HttpLimits.defaults())) {
            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("server", new char[] {'p'});
                }
            });
            CookieHandler.setDefault(new CookieManager());
            var get = OutboundRequest.of("GET", server.url("/"));

            assertEquals(401, answer(client.forExecution(0).send(get)).status());
            assertEquals(401, answer(client.forExecution(0).send(get)).status());
            assertEquals(2, server.requests().size());
            for (var request : server.requests()) {
                assertTrue(request.header("Authorization").isEmpty());
                assertTrue(request.header("Cookie").isEmpty());
            }
        } finally {
            Authenticator.setDefault(null);
            CookieHandler.setDefault(cookies);
        }
    }

    @Test
    void takesNoAnswerFromACache() throws Exception {
        try (var server = new TestServer(TestServer.ok("Cache-Control: max-age=3600\r\n", new byte[] {'x'}));
                var client = client(LOCAL, HttpLimits.defaults())) {
            var get = OutboundRequest.of("GET", server.url("/"));
            text(client.forExecution(0).send(get));
            text(client.forExecution(0).send(get));

            assertEquals(2, server.requests().size());
        }
    }

    @Test
    void waitsForAThousandAnswersAtOnceOnNoMoreThanAFewThreads() throws Exception {
        int requests = 1000;
        var arrived = new Semaphore(0);
        var go = new CountDownLatch(1);
        var limits = HttpLimits.defaults().withParallelPerTenant(requests);
        try (var server = new TestServer((request, out) -> {
                    arrived.release();
                    go.await();
                    TimeUnit.SECONDS.sleep(1);
                    out.write(TestServer.response("200 OK", "", new byte[0]));
                });
                var client = client(LOCAL, limits)) {
            int before = ManagementFactory.getThreadMXBean().getThreadCount();
            var answers = new ArrayList<CompletableFuture<OutboundResponse>>();

            for (int i = 0; i < requests; i++) {
                answers.add(client.forExecution(0).send(OutboundRequest.of("GET", server.url("/" + i))));
            }

            assertTrue(arrived.tryAcquire(requests, 20, TimeUnit.SECONDS), "all are waiting at the server");
            int more = ManagementFactory.getThreadMXBean().getThreadCount() - before;
            go.countDown();
            assertTrue(more <= 10, more + " more platform threads");
            for (var answer : answers) {
                assertEquals(200, answer(answer).status());
            }
        }
    }

    @Test
    void leavesNoThreadBehindThatWouldKeepTheJvmAlive() {
        try (var client = client(EgressPolicy.publicOnly(), HttpLimits.defaults())) {
            Outcome.failure(client.forExecution(0).send(OutboundRequest.of("GET", "http://localhost:1/")));
        }

        assertFalse(Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> !thread.isDaemon()
                        && (thread.getName().startsWith("OkHttp")
                                || thread.getName().startsWith("postern"))));
    }
}
