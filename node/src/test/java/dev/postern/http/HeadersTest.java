package dev.postern.http;

import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.assertFails;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, and what comes back of the headers. */
final class HeadersTest {

    private final TestServer server =
            new TestServer(TestServer.ok("Set-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Empty:\r\n", new byte[0]));
    private final FakeInternet internet = new FakeInternet();
    private final GuardedHttp client = new GuardedHttp(
            EgressPolicy.publicOnly().allowing(List.of("127.0.0.1")),
            HttpLimits.defaults(),
            DepthHeader.ofThisProcess(),
            internet,
            builder -> builder);
    private final OutboundHttp http = client.forExecution(0);

    HeadersTest() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private OutboundRequest get(Header... headers) {
        return OutboundRequest.of("GET", server.url("/")).withHeaders(List.of(headers));
    }

    private TestServer.Received received() {
        return server.requests().getLast();
    }

    @Test
    void sendsWhatWasAskedForAndLittleMore() throws Exception {
        answer(http.send(get(new Header("X-One", " 1\t"), new Header("x-two", "a"), new Header("X-Two", "b"))));

        String depth = received().header(DepthHeader.NAME).orElseThrow();
        assertEquals(
                List.of(
                        "X-One: 1",
                        "x-two: a",
                        "X-Two: b",
                        "Accept-Encoding: gzip, deflate",
                        "Postern-Depth: " + depth,
                        "User-Agent: postern",
                        "Host: 127.0.0.1:" + server.port(),
                        "Connection: Keep-Alive"),
                received().headers());
    }

    @Test
    void sendsTheUserAgentThatWasAskedFor() throws Exception {
        answer(http.send(get(new Header("user-agent", "mine/1"))));

        assertEquals(Optional.of("mine/1"), received().header("User-Agent"));
    }

    @ParameterizedTest
    @CsvSource({
        "Connection, close",
        "Connection, X-Mine",
        "Keep-Alive, timeout=5",
        "Proxy-Authorization, Basic x",
        "Proxy-Connection, keep-alive",
        "TE, trailers",
        "Trailer, X-Sum",
        "Transfer-Encoding, chunked",
        "Upgrade, websocket",
        "Via, 1.1 me",
        "Expect, 100-continue",
        "Content-Length, 999",
        "Accept-Encoding, br",
        "Postern-Depth, 0",
        "pOSTERN-dEPTH, 0"
    })
    void leavesOutWhatTheClientAnswersFor(String name, String value) throws Exception {
        answer(http.send(get(new Header(name, value))));

        assertFalse(
                received().headers().stream().anyMatch(header -> header.equalsIgnoreCase(name + ": " + value)),
                () -> received().headers().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Injected: 1", "a\nb", "a\rb", "a\0b", "a\u0001b", "a\u007fb", "ü", "😀"})
    void refusesValuesThatWouldBreakTheHeader(String value) {
        assertFails(
                Reason.INVALID_REQUEST,
                "the value of the header X-Mine holds a line break, a control character or one outside ASCII; encode it",
                http.send(get(new Header("X-Mine", value))));
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:b", "a\r\nb", "a\nX-Injected: 1", "a\0", "ü", "(a)", "a "})
    void refusesNamesThatAreNone(String name) {
        assertFails(
                Reason.INVALID_REQUEST,
                "the name of a header holds a character that is not allowed there",
                http.send(get(new Header(name, "x"))));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void takesTheHostFromTheUrlAlone() throws Exception {
        answer(http.send(get(new Header("Host", "127.0.0.1:" + server.port()))));
        answer(http.send(get(new Header("host", "127.0.0.1"))));

        assertEquals(Optional.of("127.0.0.1:" + server.port()), received().header("Host"));
        assertFails(
                Reason.INVALID_REQUEST,
                "the header Host names another host than the URL; leave it out",
                http.send(get(new Header("Host", "admin.internal"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CONNECT", "TRACE", "trace", "TRACK", "", "GET /x HTTP/1.1\r\nX:", "G\u00cbT"})
    void refusesMethods(String method) {
        assertFails(
                Reason.INVALID_REQUEST,
                "this method cannot be sent; use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS",
                http.send(OutboundRequest.of(method, server.url("/"))));
        assertEquals(List.of(), server.requests());
    }

    @ParameterizedTest
    @CsvSource({"POST, 4", "PUT, 4", "PATCH, 4", "DELETE, 4", "OPTIONS, 4", "REPORT, 4"})
    void sendsABody(String method, String length) throws Exception {
        answer(http.send(
                OutboundRequest.of(method, server.url("/")).withBody("body".getBytes(StandardCharsets.UTF_8))));

        assertEquals("body", received().body());
        assertEquals(Optional.of(length), received().header("Content-Length"));
        assertEquals(Optional.empty(), received().header("Content-Type"));
    }

    @Test
    void saysThatAPostWithoutBodyIsEmpty() throws Exception {
        answer(http.send(OutboundRequest.of("POST", server.url("/"))));

        assertEquals(Optional.of("0"), received().header("Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD"})
    void refusesABodyWhereNoneBelongs(String method) {
        assertFails(
                Reason.INVALID_REQUEST,
                "a request with " + method + " has no body; use POST",
                http.send(OutboundRequest.of(method, server.url("/")).withBody(new byte[0])));
    }

    @Test
    void handsBackAllHeadersAndKeepsNoCookie() throws Exception {
        var answer = answer(http.send(get()));
        answer(http.send(get()));

        assertEquals(
                List.of(
                        new Header("Set-Cookie", "a=1"),
                        new Header("Set-Cookie", "b=2"),
                        new Header("X-Empty", ""),
                        new Header("Content-Length", "0")),
                answer.headers());
        assertEquals("OK", answer.statusText());
        assertArrayEquals(new byte[0], answer.body());
        assertEquals(Optional.empty(), received().header("Cookie"));
    }

    @Test
    void keepsSecretsOutOfItsTexts() {
        var request = OutboundRequest.of("GET", "https://a.example/?key=s3cret")
                .withHeaders(List.of(new Header("Authorization", "s3cret")));

        assertEquals("OutboundRequest[GET]", request.toString());
        assertEquals("[Header[Authorization]]", request.headers().toString());
        assertFalse(Outcome.failure(http.send(OutboundRequest.of("GET", "http://10.0.0.1/?key=s3cret")))
                .toString()
                .contains("s3cret"));
    }
}
