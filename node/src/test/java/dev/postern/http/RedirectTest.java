package dev.postern.http;

import static dev.postern.http.FakeInternet.OTHER_PUBLIC;
import static dev.postern.http.FakeInternet.PUBLIC;
import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.assertFails;
import static dev.postern.http.Outcome.text;
import static dev.postern.http.TestServer.response;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** Redirects, each hop of which is checked like a request of its own. {@code GET /STATUS?PLACE} redirects to a place. */
final class RedirectTest {

    private static final byte[] NONE = {};

    private final TestServer server = new TestServer((request, out) -> {
        String path = request.line().split(" ", -1)[1];
        if (path.matches("/30\\d\\?.*")) {
            out.write(response(path.substring(1, 4) + " Moved", "Location: " + path.substring(5) + "\r\n", NONE));
        } else {
            out.write(response("200 OK", "", request.line().getBytes(StandardCharsets.UTF_8)));
        }
    });
    private final FakeInternet internet = new FakeInternet()
            .name("api.example", PUBLIC)
            .name("other.example", OTHER_PUBLIC)
            .name("inside.example", "10.0.0.7")
            .server(PUBLIC, server)
            .server(OTHER_PUBLIC, server);
    private final GuardedHttp client = new GuardedHttp(
            EgressPolicy.publicOnly(),
            HttpLimits.defaults(),
            DepthHeader.ofThisProcess(),
            internet,
            builder -> builder);
    private final OutboundHttp http = client.forExecution(0);

    RedirectTest() throws IOException {}

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    private static OutboundRequest get(String path) {
        return OutboundRequest.of("GET", "http://api.example" + path);
    }

    private TestServer.Received last() {
        return server.requests().getLast();
    }

    @Test
    void followsAndTellsWhereItEnded() throws Exception {
        var answer = answer(http.send(get("/302?http://other.example/there")));

        assertEquals("http://other.example/there", answer.url());
        assertTrue(answer.isRedirected());
        assertEquals(Optional.of("other.example"), last().header("Host"));
        assertFalse(answer(http.send(get("/here"))).isRedirected());
    }

    @ParameterizedTest
    @CsvSource({
        "/302?next,                    http://api.example/next",
        "/302?/302?/end,               http://api.example/end",
        "/302?//other.example:81/x,    http://other.example:81/x",
        "/302?/end#new,                http://api.example/end#new",
        "/302?/end,                    http://api.example/end"
    })
    void resolvesThePlaceAsAUrl(String path, String end) throws Exception {
        assertEquals(end, answer(http.send(get(path))).url());
    }

    @Test
    void keepsTheFragmentOfTheRequest() throws Exception {
        assertEquals(
                "http://api.example/end#old",
                answer(http.send(get("/302?/end#old"))).url());
    }

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1/,           127.0.0.1 is a loopback address; the tenant's egress rules must allow 127.0.0.1:80",
        "http://0x7f.1:8080/,         127.0.0.1 is a loopback address; the tenant's egress rules must allow 127.0.0.1:8080",
        "http://[::1]/,               ::1 is a loopback address; the tenant's egress rules must allow [::1]:80",
        "http://inside.example/,      inside.example leads to a private address; the tenant's egress rules must allow inside.example:80",
        "http://169.254.169.254/x,    169.254.169.254 is a metadata address; only an egress rule for exactly this address would allow it"
    })
    void refusesToBeLedWhereItMayNotGo(String place, String message) {
        assertFails(Reason.FORBIDDEN, message, http.send(get("/302?" + place)));
        assertFails(Reason.FORBIDDEN, message, http.send(get("/307?/301?" + place)));
        assertEquals(
                List.of(),
                internet.connects().stream()
                        .filter(address -> SpecialAddresses.kindOf(address).isPresent())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://other.example/", "data:text/plain,x", "http://[::1"})
    void refusesToBeLedToWhatIsNoHttp(String place) {
        assertFails(
                Reason.REDIRECT,
                "a redirect leads to something that is no URL with http: or https:",
                http.send(get("/302?" + place)));
    }

    @Test
    void refusesUserAndPasswordInThePlace() {
        assertFails(
                Reason.INVALID_REQUEST,
                "a URL with user and password cannot be fetched; send an Authorization header",
                http.send(get("/302?http://user:pw@other.example/")));
    }

    @ParameterizedTest
    @CsvSource({
        "301, POST, GET, false",
        "302, POST, GET, false",
        "303, POST, GET, false",
        "303, PUT, GET, false",
        "303, DELETE, GET, false",
        "301, PUT, PUT, true",
        "302, PATCH, PATCH, true",
        "307, POST, POST, true",
        "308, POST, POST, true"
    })
    void rewritesTheMethodAsFetchDoes(int status, String method, String then, boolean bodyKept) throws Exception {
        answer(http.send(OutboundRequest.of(method, "http://api.example/" + status + "?/end")
                .withHeaders(List.of(new Header("Content-Type", "text/x"), new Header("X-Mine", "1")))
                .withBody("sent".getBytes(StandardCharsets.UTF_8))));

        assertEquals(then + " /end HTTP/1.1", last().line());
        assertEquals(bodyKept ? "sent" : "", last().body());
        assertEquals(bodyKept ? Optional.of("text/x") : Optional.empty(), last().header("Content-Type"));
        assertEquals(Optional.of("1"), last().header("X-Mine"));
    }

    @Test
    void keepsHeadOnSeeOther() throws Exception {
        answer(http.send(OutboundRequest.of("HEAD", "http://api.example/303?/end")));

        assertEquals("HEAD /end HTTP/1.1", last().line());
    }

    @ParameterizedTest
    @CsvSource({
        "/302?/end,                                             true",
        "/302?http://api.example:80/end,                        true",
        "/302?http://other.example/end,                         false",
        "/302?http://api.example:81/end,                        false",
        "/302?http://other.example/302?http://api.example/end,  false"
    })
    void sendsCredentialsToTheSameOriginOnly(String path, boolean sent) throws Exception {
        answer(http.send(get(path)
                .withHeaders(List.of(
                        new Header("Authorization", "Bearer t"),
                        new Header("cookie", "c=1"),
                        new Header("Proxy-Authorization", "Basic x"),
                        new Header("X-Mine", "1")))));

        assertEquals(sent ? Optional.of("Bearer t") : Optional.empty(), last().header("Authorization"));
        assertEquals(sent ? Optional.of("c=1") : Optional.empty(), last().header("Cookie"));
        assertEquals(Optional.empty(), last().header("Proxy-Authorization"));
        assertEquals(Optional.of("1"), last().header("X-Mine"));
    }

    @Test
    void keepsTheDepthOnEachHop() throws Exception {
        answer(http.send(get("/302?http://other.example/end")));

        assertEquals(server.requests().getFirst().header(DepthHeader.NAME), last().header(DepthHeader.NAME));
        assertTrue(last().header(DepthHeader.NAME).isPresent());
    }

    @Test
    void followsTwentyRedirectsAndNoMore() throws Exception {
        assertEquals("GET /end HTTP/1.1", text(http.send(get("/302?".repeat(20) + "/end"))));
        assertFails(
                Reason.REDIRECT,
                "more than 20 redirects; call the last URL itself",
                http.send(get("/302?".repeat(21) + "/end")));
    }

    @Test
    void handsTheRedirectBackWhereThatIsWanted() throws Exception {
        var answer = answer(http.send(get("/302?http://127.0.0.1/").withRedirects(RedirectMode.MANUAL)));

        assertEquals(302, answer.status());
        assertTrue(answer.headers().contains(new Header("Location", "http://127.0.0.1/")));
        assertEquals("http://api.example/302?http://127.0.0.1/", answer.url());
    }

    @Test
    void failsOnARedirectWhereNoneIsWanted() {
        assertFails(
                Reason.REDIRECT,
                "the answer is a redirect, and the request asked for none",
                http.send(get("/302?/end").withRedirects(RedirectMode.ERROR)));
    }

    @Test
    void takesARedirectToNowhereForAnAnswer() throws Exception {
        try (var silent = new TestServer(TestServer.answering("HTTP/1.1 302 Found\r\nContent-Length: 2\r\n\r\nhi"))) {
            internet.server(PUBLIC, silent);

            assertEquals("hi", text(http.send(get("/"))));
        }
    }
}
