package dev.postern.http;

import static dev.postern.http.FakeInternet.PUBLIC;
import static dev.postern.http.Outcome.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What ends an exchange from outside, and that nothing is left of it. */
final class CancelTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final TestServer silent = new TestServer((request, out) -> {
        asked.countDown();
        // Reading on is how a server notices that the client has gone.
    });
    private final GuardedHttp client = new GuardedHttp(
            EgressPolicy.none().allowing(List.of("127.0.0.1")), HttpLimits.defaults(), DepthHeader.ofThisProcess());

    CancelTest() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        silent.close();
    }

    private OutboundRequest get() {
        return OutboundRequest.of("GET", silent.url("/"));
    }

    @Test
    void closesTheConnectionWhenTheFutureIsCancelled() throws Exception {
        var answer = client.forExecution(0).send(get());
        assertTrue(asked.await(10, TimeUnit.SECONDS));

        answer.cancel(true);

        assertTrue(silent.awaitEndOfConnection());
    }

    @Test
    void closesTheConnectionWhenTheFutureIsCompletedByAnotherHand() throws Exception {
        var answer = client.forExecution(0).send(get());
        assertTrue(asked.await(10, TimeUnit.SECONDS));

        answer.completeExceptionally(new InterruptedIOException("the Action's time is over"));

        assertTrue(silent.awaitEndOfConnection());
    }

    @Test
    void closesTheConnectionsOfAnExecutionThatHasEnded() throws Exception {
        var http = client.forExecution(0);
        var answer = http.send(get());
        assertTrue(asked.await(10, TimeUnit.SECONDS));

        http.close();

        assertTrue(answer.isCancelled());
        assertTrue(silent.awaitEndOfConnection());
        assertFails(Reason.CLOSED, "the execution has ended; await each request before it does", http.send(get()));
    }

    @Test
    void closesEverythingWithTheClient() throws Exception {
        var http = client.forExecution(0);
        var answer = http.send(get());
        assertTrue(asked.await(10, TimeUnit.SECONDS));

        client.close();

        assertTrue(answer.isCancelled());
        assertTrue(silent.awaitEndOfConnection());
        String ended = "the execution has ended; await each request before it does";
        assertFails(Reason.CLOSED, ended, http.send(get()));
        assertFails(Reason.CLOSED, ended, client.forExecution(0).send(get()));
    }

    @Test
    void closesIdleConnectionsWithTheClient() throws Exception {
        try (var server = new TestServer(TestServer.ok("idle"))) {
            Outcome.text(client.forExecution(0).send(OutboundRequest.of("GET", server.url("/"))));

            client.close();

            assertTrue(server.awaitEndOfConnection());
        }
    }

    @Test
    void leavesOtherExecutionsAlone() throws Exception {
        try (var server = new TestServer(TestServer.ok("alive"))) {
            var other = client.forExecution(0);
            client.forExecution(0).close();

            assertEquals("alive", Outcome.text(other.send(OutboundRequest.of("GET", server.url("/")))));
        }
    }

    @Test
    void startsNothingForARequestThatIsCancelledWhileItWaits() throws Exception {
        try (var one = new GuardedHttp(
                EgressPolicy.none().allowing(List.of("127.0.0.1")),
                HttpLimits.defaults().withParallelPerTenant(1),
                DepthHeader.ofThisProcess())) {
            var first = one.forExecution(0).send(get());
            assertTrue(asked.await(10, TimeUnit.SECONDS));
            var waiting = one.forExecution(0).send(get());
            waiting.cancel(true);
            first.cancel(true);

            try (var server = new TestServer(TestServer.ok("next"))) {
                assertEquals(
                        "next", Outcome.text(one.forExecution(0).send(OutboundRequest.of("GET", server.url("/")))));
            }
            assertEquals(1, silent.requests().size());
        }
    }

    @Test
    void goesOnInAThreadThatIsNotInterruptedAfterTheTimeIsOver() throws Exception {
        try (var brief = new GuardedHttp(
                EgressPolicy.none().allowing(List.of("127.0.0.1")),
                HttpLimits.defaults().withTotalTime(Duration.ofMillis(100)),
                DepthHeader.ofThisProcess())) {
            var interrupted = brief.forExecution(0)
                    .send(get())
                    .handle((answer, failure) -> Thread.currentThread().isInterrupted());

            assertFalse(interrupted.get(10, TimeUnit.SECONDS));
        }
    }

    @Test
    void stopsWaitingForANameWhenTheTimeIsOver() throws Exception {
        var network = new SlowNames();
        try (var brief = new GuardedHttp(
                EgressPolicy.publicOnly(),
                HttpLimits.defaults().withTotalTime(Duration.ofMillis(100)),
                DepthHeader.ofThisProcess(),
                network,
                builder -> builder)) {
            assertFails(
                    Reason.TIMED_OUT,
                    "no complete answer within 100 ms; ask for less, or another server",
                    brief.forExecution(0).send(OutboundRequest.of("GET", "http://slow.example/")));
            assertTrue(network.interrupted.await(10, TimeUnit.SECONDS));
        }
    }

    private static final class SlowNames implements Network {
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public List<InetAddress> resolve(String host) throws IOException {
            try {
                new CountDownLatch(1).await();
                return List.of(FakeInternet.address(PUBLIC));
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw new InterruptedIOException("stopped");
            }
        }

        @Override
        public void close() {}
    }
}
