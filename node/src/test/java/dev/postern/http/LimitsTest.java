package dev.postern.http;

import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.assertFails;
import static dev.postern.http.Outcome.text;
import static dev.postern.http.TestServer.answering;
import static dev.postern.http.TestServer.ok;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.http.OutboundException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much comes back, how it is decompressed, and how long it may take. */
final class LimitsTest {

    private static final int MIB = 1 << 20;

    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable closeable : open.reversed()) {
            closeable.close();
        }
    }

    private TestServer server(TestServer.Handler handler) throws IOException {
        var server = new TestServer(handler);
        open.add(server);
        return server;
    }

    private GuardedHttp client(HttpLimits limits) {
        var client = new GuardedHttp(
                EgressPolicy.none().allowing(List.of("127.0.0.1")), limits, DepthHeader.ofThisProcess());
        open.add(client);
        return client;
    }

    private CompletableFuture<OutboundResponse> get(HttpLimits limits, TestServer.Handler handler) throws IOException {
        return client(limits)
                .forExecution(0)
                .send(OutboundRequest.of("GET", server(handler).url("/")));
    }

    enum Compression {
        GZIP("gzip"),
        X_GZIP("X-GZip"),
        ZLIB("deflate"),
        BARE_DEFLATE("deflate"),
        TWICE("deflate, gzip"),
        IDENTITY("identity");

        private final String coding;

        Compression(String coding) {
            this.coding = coding;
        }

        byte[] compress(byte[] body) {
            return switch (this) {
                case GZIP, X_GZIP -> gzip(body);
                case ZLIB -> deflate(body, false);
                case BARE_DEFLATE -> deflate(body, true);
                case TWICE -> gzip(deflate(body, false));
                case IDENTITY -> body;
            };
        }
    }

    private static byte[] gzip(byte[] body) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] deflate(byte[] body, boolean bare) {
        var bytes = new ByteArrayOutputStream();
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, bare);
        try (var out = new DeflaterOutputStream(bytes, deflater)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void decompresses(Compression compression) throws Exception {
        byte[] body = "ünzipped ".repeat(500).getBytes(StandardCharsets.UTF_8);

        var answer = answer(get(
                HttpLimits.defaults(),
                ok("Content-Encoding: " + compression.coding + "\r\n", compression.compress(body))));

        assertArrayEquals(body, answer.body());
        assertEquals(compression != Compression.IDENTITY, answer.isDecoded());
        assertTrue(answer.headers().contains(new Header("Content-Encoding", compression.coding)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"br", "zstd", "gzip, br", "gzip, gzip, gzip, gzip"})
    void leavesABodyAsItIsWhoseCompressionItDoesNotTakeOff(String coding) throws Exception {
        byte[] body = {1, 2, 3};

        var answer = answer(get(HttpLimits.defaults(), ok("Content-Encoding: " + coding + "\r\n", body)));

        assertArrayEquals(body, answer.body());
        assertFalse(answer.isDecoded());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void takesAnEmptyBodyForCompressed(String coding) throws Exception {
        assertEquals(
                0,
                answer(get(HttpLimits.defaults(), ok("Content-Encoding: " + coding + "\r\n", new byte[0])))
                        .body()
                        .length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate"})
    void takesAnEmptyBodyOfUnknownLengthForCompressed(String coding) throws Exception {
        var answer = answer(get(
                HttpLimits.defaults(),
                answering("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Encoding: " + coding
                        + "\r\n\r\n0\r\n\r\n")));

        assertEquals(0, answer.body().length);
        assertFalse(answer.isDecoded());
    }

    @Test
    void expectsNoBodyOfHead() throws Exception {
        var server = server(answering("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 99\r\n\r\n"));

        var answer =
                answer(client(HttpLimits.defaults()).forExecution(0).send(OutboundRequest.of("HEAD", server.url("/"))));

        assertEquals(0, answer.body().length);
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZLIB", "TWICE"})
    void stopsAtTheLimitOfABodyThatGrowsWhenDecompressed(Compression compression) throws Exception {
        byte[] bomb = compression.compress(new byte[64 * MIB]);
        assertTrue(bomb.length < MIB, "a bomb is small");

        assertFails(
                Reason.LIMIT,
                "the body of the answer from 127.0.0.1 exceeds 10485760 bytes; ask for less",
                get(HttpLimits.defaults(), ok("Content-Encoding: " + compression.coding + "\r\n", bomb)));
    }

    @Test
    void takesABodyOfExactlyTheLimit() throws Exception {
        var limits = HttpLimits.defaults().withBodyBytes(1000);

        assertEquals(1000, answer(get(limits, ok("", new byte[1000]))).body().length);
        assertFails(
                Reason.LIMIT,
                "the body of the answer from 127.0.0.1 exceeds 1000 bytes; ask for less",
                get(limits, ok("", new byte[1001])));
    }

    @Test
    void stopsAtTheLimitOfABodyWithoutEnd() throws Exception {
        assertFails(
                Reason.LIMIT,
                "the body of the answer from 127.0.0.1 exceeds 10485760 bytes; ask for less",
                get(HttpLimits.defaults(), (request, out) -> {
                    print(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                    while (true) {
                        print(out, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
                    }
                }));
    }

    @Test
    void takesNoMoreHeadersThanTheLimit() throws Exception {
        String message = "the headers of the answer from 127.0.0.1 exceed 65536 bytes or 200 lines; ask for less";

        assertFails(
                Reason.LIMIT,
                message,
                get(HttpLimits.defaults(), ok("X: " + "x".repeat(70_000) + "\r\n", new byte[0])));
        assertFails(Reason.LIMIT, message, get(HttpLimits.defaults(), ok("X: y\r\n".repeat(201), new byte[0])));
    }

    @Test
    void stopsReadingHeadersWithoutEnd() throws Exception {
        assertFails(
                Reason.BROKEN,
                "the connection to 127.0.0.1:PORT ended before a complete HTTP answer had come",
                get(HttpLimits.defaults(), (request, out) -> {
                    print(out, "HTTP/1.1 200 OK\r\n");
                    while (true) {
                        print(out, "X: " + "x".repeat(1000) + "\r\n");
                    }
                }));
    }

    @Test
    void sendsNoMoreThanTheLimits() throws Exception {
        var server = server(ok("never"));
        var http = client(HttpLimits.defaults().withRequestBodyBytes(3)).forExecution(0);

        assertFails(
                Reason.LIMIT,
                "the body of the request has more than 3 bytes; send less",
                http.send(OutboundRequest.of("POST", server.url("/")).withBody(new byte[4])));
        assertFails(
                Reason.LIMIT,
                "URL and headers of the request exceed 65536 bytes or 200 lines; send less in them",
                http.send(OutboundRequest.of("GET", server.url("/"))
                        .withHeaders(List.of(new Header("X", "x".repeat(70_000))))));
        assertFails(
                Reason.LIMIT,
                "URL and headers of the request exceed 65536 bytes or 200 lines; send less in them",
                http.send(OutboundRequest.of("GET", server.url("/" + "x".repeat(70_000)))));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void endsAnAnswerThatTricklesWhenItsTimeIsOver() throws Exception {
        var server = server((request, out) -> {
            print(out, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
            while (true) {
                print(out, "x");
                Thread.sleep(20);
            }
        });
        var http = client(HttpLimits.defaults().withTotalTime(Duration.ofMillis(400)))
                .forExecution(0);

        assertFails(
                Reason.TIMED_OUT,
                "no complete answer within 400 ms; ask for less, or another server",
                http.send(OutboundRequest.of("GET", server.url("/"))));
        assertTrue(server.awaitEndOfConnection());
    }

    @Test
    void endsAServerThatNeverAnswersWhenItsTimeIsOver() throws Exception {
        assertFails(
                Reason.TIMED_OUT,
                "no complete answer within 200 ms; ask for less, or another server",
                get(
                        HttpLimits.defaults().withTotalTime(Duration.ofMillis(200)),
                        (request, out) -> new CountDownLatch(1).await()));
    }

    @Test
    void countsTheTimeOfAllRedirectsTogether() throws Exception {
        var server = server((request, out) -> {
            Thread.sleep(60);
            print(out, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
        });
        var http = client(HttpLimits.defaults().withTotalTime(Duration.ofMillis(300)))
                .forExecution(0);

        assertFails(
                Reason.TIMED_OUT,
                "no complete answer within 300 ms; ask for less, or another server",
                http.send(OutboundRequest.of("GET", server.url("/"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nonsense\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhi",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"
            })
    void saysThatAnAnswerIsNotComplete(String answer) throws Exception {
        assertFails(
                Reason.BROKEN,
                "the connection to 127.0.0.1:PORT ended before a complete HTTP answer had come",
                get(HttpLimits.defaults(), (request, out) -> {
                    print(out, answer);
                    throw new IOException("the server hangs up");
                }));
    }

    @Test
    void saysThatAnAnswerIsNotCompressed() throws Exception {
        assertFails(
                Reason.BROKEN,
                "the answer of 127.0.0.1:PORT is not compressed the way its headers say",
                get(HttpLimits.defaults(), ok("Content-Encoding: gzip\r\n", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10
                })));
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        var gone = new TestServer(ok("gone"));
        gone.close();

        assertFails(
                Reason.NOT_CONNECTED,
                "no connection to 127.0.0.1:PORT; nothing seems to listen there",
                client(HttpLimits.defaults()).forExecution(0).send(OutboundRequest.of("GET", gone.url("/"))));
    }

    @Test
    void runsTwentyRequestsOfAnExecutionAtATimeAndLetsTheOthersWait() throws Exception {
        assertRunsAtATime(20, HttpLimits.defaults(), 1, 30);
    }

    @Test
    void runsAHundredRequestsOfATenantAtATimeAndLetsTheOthersWait() throws Exception {
        assertRunsAtATime(100, HttpLimits.defaults(), 6, 20);
    }

    /** The server lets none go until as many as may run at a time are there, and counts how many ever were. */
    private void assertRunsAtATime(int most, HttpLimits limits, int executions, int requests) throws Exception {
        var arrived = new Semaphore(0);
        var go = new CountDownLatch(1);
        var running = new HighWater();
        var server = server((request, out) -> {
            running.enter();
            arrived.release();
            go.await();
            running.leave();
            out.write(TestServer.response("200 OK", "", new byte[0]));
        });
        var client = client(limits);
        var answers = new ArrayList<CompletableFuture<OutboundResponse>>();
        for (int i = 0; i < executions; i++) {
            var http = client.forExecution(0);
            for (int j = 0; j < requests; j++) {
                answers.add(http.send(OutboundRequest.of("GET", server.url("/"))));
            }
        }

        arrived.acquire(most);
        go.countDown();
        for (var answer : answers) {
            assertEquals(200, answer(answer).status());
        }
        assertEquals(most, running.highest());
    }

    private static final class HighWater {
        private int now;
        private int highest;

        synchronized void enter() {
            now++;
            highest = Math.max(highest, now);
        }

        synchronized void leave() {
            now--;
        }

        synchronized int highest() {
            return highest;
        }
    }

    @Test
    void refusesMoreThanWillEverBeServed() throws Exception {
        var server = server((request, out) -> new CountDownLatch(1).await());
        var http = client(HttpLimits.defaults().withParallelPerExecution(2)).forExecution(0);
        for (int i = 0; i < 12; i++) {
            assertFalse(http.send(OutboundRequest.of("GET", server.url("/"))).isDone());
        }

        assertFails(
                Reason.LIMIT,
                "more than 12 requests at once; await some before sending more",
                http.send(OutboundRequest.of("GET", server.url("/"))));
    }

    @Test
    void countsTheTimeSpentWaiting() throws Exception {
        var server = server((request, out) -> new CountDownLatch(1).await());
        var http = client(HttpLimits.defaults().withParallelPerExecution(1).withTotalTime(Duration.ofMillis(200)))
                .forExecution(0);
        var running = http.send(OutboundRequest.of("GET", server.url("/")));
        var waiting = http.send(OutboundRequest.of("GET", server.url("/")));

        assertEquals(Reason.TIMED_OUT, Outcome.failure(running).reason());
        assertEquals(Reason.TIMED_OUT, Outcome.failure(waiting).reason());
        assertEquals(1, server.connections());
    }

    @Test
    void keepsAConnectionForTheNextRequest() throws Exception {
        var server = server(ok("again"));
        var http = client(HttpLimits.defaults()).forExecution(0);

        assertEquals("again", text(http.send(OutboundRequest.of("GET", server.url("/1")))));
        assertEquals("again", text(http.send(OutboundRequest.of("POST", server.url("/2")))));
        assertEquals(1, server.connections());
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH"})
    void sendsNothingTwiceThatMayCountTwice(String method) throws Exception {
        var server = hangingUpOnTheSecondRequest();
        var http = client(HttpLimits.defaults()).forExecution(0);
        answer(http.send(OutboundRequest.of(method, server.url("/1"))));

        assertEquals(
                Reason.BROKEN,
                Outcome.failure(http.send(OutboundRequest.of(method, server.url("/2"))))
                        .reason());
        assertEquals(2, server.requests().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT"})
    void sendsAgainWhatABrokenConnectionMayHaveLost(String method) throws Exception {
        var server = hangingUpOnTheSecondRequest();
        var http = client(HttpLimits.defaults()).forExecution(0);
        answer(http.send(OutboundRequest.of(method, server.url("/1"))));

        assertEquals("done", text(http.send(OutboundRequest.of(method, server.url("/2")))));
        assertEquals(2, server.connections());
    }

    private TestServer hangingUpOnTheSecondRequest() throws IOException {
        var count = new AtomicInteger();
        return server((request, out) -> {
            if (count.incrementAndGet() == 2) {
                throw new IOException("the server hangs up");
            }
            out.write(TestServer.response("200 OK", "", "done".getBytes(StandardCharsets.UTF_8)));
        });
    }

    @Test
    void checksItsOwnValues() {
        var limits = HttpLimits.defaults();

        assertThrows(IllegalArgumentException.class, () -> limits.withTotalTime(Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withBodyBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withHeaderBytes(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withHeaderCount(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withRedirects(-1));
        assertThrows(IllegalArgumentException.class, () -> limits.withParallelPerExecution(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withParallelPerTenant(0));
        assertThrows(IllegalArgumentException.class, () -> limits.withDepth(-1));
    }

    private static void print(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }
}
