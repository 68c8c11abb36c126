package dev.postern.http;

import static dev.postern.http.FakeInternet.OTHER_PUBLIC;
import static dev.postern.http.FakeInternet.PUBLIC;
import static dev.postern.http.FakeInternet.address;
import static dev.postern.http.Outcome.answer;
import static dev.postern.http.Outcome.assertFails;
import static dev.postern.http.Outcome.text;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, what they lead to, and the rules that allow them. */
final class NameGuardTest {

    private static final OutboundRequest GET = OutboundRequest.of("GET", "http://api.example/");

    private final TestServer server = new TestServer(TestServer.ok("reached"));
    private final FakeInternet internet = new FakeInternet()
            .server(PUBLIC, server)
            .server(OTHER_PUBLIC, server)
            .server("10.0.0.7", server);

    NameGuardTest() throws IOException {}

    private GuardedHttp client(EgressPolicy policy) {
        return new GuardedHttp(
                policy, HttpLimits.defaults(), DepthHeader.ofThisProcess(), internet, builder -> builder);
    }

    @AfterEach
    void closeServer() {
        server.close();
    }

    @Test
    void refusesANameThatLeadsToAPrivateAddressAndDoesNotTellWhich() {
        internet.name("api.example", "10.0.0.7");

        try (var client = client(EgressPolicy.publicOnly())) {
            assertFails(
                    Reason.FORBIDDEN,
                    "api.example leads to a private address; the tenant's egress rules must allow api.example:80",
                    client.forExecution(0).send(GET));
        }
        assertEquals(List.of(), internet.connects());
    }

    @Test
    void allowsWithinAnotherPolicyWhatBothAllow() throws Exception {
        internet.name("api.example", "10.0.0.7").name("hooks.example", PUBLIC).name("other.example", PUBLIC);
        var server = EgressPolicy.publicOnly();
        var tenant = EgressPolicy.none().allowing(List.of("api.example", "hooks.example"));

        try (var client = client(tenant.within(server))) {
            assertFails(
                    Reason.FORBIDDEN,
                    "api.example leads to a private address; the tenant's egress rules must allow api.example:80",
                    client.forExecution(0).send(GET));
            assertFails(
                    Reason.FORBIDDEN,
                    "no egress rule of the tenant allows other.example:80; add one",
                    client.forExecution(0).send(OutboundRequest.of("GET", "http://other.example/")));
            assertEquals(
                    "reached", text(client.forExecution(0).send(OutboundRequest.of("GET", "http://hooks.example/"))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "93.184.216.34, 127.0.0.1",
        "127.0.0.1, 93.184.216.34",
        "93.184.216.34, ::1",
        "93.184.216.34, ::ffff:7f00:1"
    })
    void refusesANameWithOneAddressThatIsForbidden(String first, String second) {
        internet.name("api.example", first, second);

        try (var client = client(EgressPolicy.publicOnly())) {
            assertFails(
                    Reason.FORBIDDEN,
                    "api.example leads to a loopback address; the tenant's egress rules must allow api.example:80",
                    client.forExecution(0).send(GET));
        }
        assertEquals(List.of(), internet.connects());
    }

    @Test
    void connectsToTheAddressThatWasCheckedThoughTheNameMovesMeanwhile() throws Exception {
        internet.name("api.example", PUBLIC).name("api.example", "127.0.0.1");

        try (var client = client(EgressPolicy.publicOnly())) {
            assertEquals("reached", text(client.forExecution(0).send(GET)));
        }
        assertEquals(List.of("api.example"), internet.lookups());
        assertEquals(List.of(address(PUBLIC)), internet.connects());
    }

    @Test
    void checksANameAgainForEachNewConnection() throws Exception {
        internet.name("api.example", PUBLIC).name("api.example", "127.0.0.1");
        try (var closing = new TestServer(
                        TestServer.answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
                var client = client(EgressPolicy.publicOnly())) {
            internet.server(PUBLIC, closing);
            var http = client.forExecution(0);
            assertEquals(200, answer(http.send(GET)).status());

            assertFails(
                    Reason.FORBIDDEN,
                    "api.example leads to a loopback address; the tenant's egress rules must allow api.example:80",
                    http.send(GET));
        }
    }

    @Test
    void looksANameUpOnceForAConnectionThatIsUsedAgain() throws Exception {
        internet.name("api.example", PUBLIC);

        try (var client = client(EgressPolicy.publicOnly())) {
            text(client.forExecution(0).send(GET));
            text(client.forExecution(0).send(GET));
        }
        assertEquals(List.of("api.example"), internet.lookups());
        assertEquals(1, server.connections());
    }

    @Test
    void triesTheNextAddressOfAName() throws Exception {
        var gone = new TestServer(TestServer.ok("gone"));
        gone.close();
        internet.name("api.example", PUBLIC, OTHER_PUBLIC).server(PUBLIC, gone);

        try (var client = client(EgressPolicy.publicOnly())) {
            assertEquals("reached", text(client.forExecution(0).send(GET)));
        }
    }

    @Test
    void looksNothingUpWhereNothingIsAllowed() {
        try (var client = client(EgressPolicy.none())) {
            assertFails(
                    Reason.FORBIDDEN,
                    "no egress rule of the tenant allows api.example:80; add one",
                    client.forExecution(0).send(GET));
            assertFails(
                    Reason.FORBIDDEN,
                    "no egress rule of the tenant allows 93.184.216.34:80; add one",
                    client.forExecution(0).send(OutboundRequest.of("GET", "http://93.184.216.34/")));
        }
        assertEquals(List.of(), internet.lookups());
        assertEquals(List.of(), internet.connects());
    }

    @Test
    void tellsANameThatDoesNotExist() {
        try (var client = client(EgressPolicy.publicOnly())) {
            assertFails(
                    Reason.NOT_FOUND,
                    "the name api.example was not found; check the host of the URL",
                    client.forExecution(0).send(GET));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api.example,             http://api.example/",
        "API.Example,             http://api.EXAMPLE/",
        "api.example.,            http://api.example/",
        "api.example,             http://api.example./",
        "api.example,             http://api.example:8443/",
        "api.example:8080,        http://api.example:8080/",
        "bücher.example,          http://xn--bcher-kva.example/",
        "10.0.0.7,                http://api.example/",
        "10.0.0.7,                http://10.0.0.7/",
        "10.0.0.7:80,             http://api.example/",
        "10.0.0.0/24,             http://api.example:9/",
        "10.0.0.0/24:80,          http://10.0.0.7/",
        "10.0.0.7/32,             http://0xa.7/",
        "[fd00::7]:80,            http://[fd00::7]/",
        "[fd00::7],               http://[fd00::7]:81/",
        "fd00::7,                 http://six.example/",
        "fd00::/8,                http://six.example/",
        "[fd00::/8]:80,           http://six.example/"
    })
    void allowsWhatARuleNames(String rule, String url) throws Exception {
        leadToPrivateAddresses();

        try (var client = client(EgressPolicy.none().allowing(List.of(rule)))) {
            assertEquals("reached", text(client.forExecution(0).send(OutboundRequest.of("GET", url))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "api.example:8080,        http://api.example/",
        "api.example,             http://10.0.0.7/",
        "example,                 http://api.example/",
        "other.example,           http://api.example/",
        "10.0.0.8,                http://api.example/",
        "10.0.0.8/29:81,          http://10.0.0.7/",
        "10.0.0.7:443,            http://10.0.0.7/",
        "10.0.1.0/24,             http://10.0.0.7/",
        "0.0.0.0/0,               http://[fd00::7]/",
        "[fd00::/124]:81,           http://six.example/",
        "[fd00::8],               http://six.example/"
    })
    void allowsNothingElse(String rule, String url) {
        leadToPrivateAddresses();

        try (var client = client(EgressPolicy.publicOnly().allowing(List.of(rule)))) {
            assertEquals(
                    Reason.FORBIDDEN,
                    Outcome.failure(client.forExecution(0).send(OutboundRequest.of("GET", url)))
                            .reason());
        }
        assertEquals(List.of(), internet.connects());
    }

    private void leadToPrivateAddresses() {
        internet.name("api.example", "10.0.0.7")
                .name("api.example.", "10.0.0.7")
                .name("xn--bcher-kva.example", "10.0.0.7")
                .name("six.example", "fd00::7")
                .server("fd00::7", server);
    }

    @Test
    void allowsAHostsNameWhereverItLeadsButToMetadata() {
        internet.name("api.example", "169.254.169.254");

        try (var client = client(EgressPolicy.publicOnly().allowing(List.of("api.example")))) {
            assertFails(
                    Reason.FORBIDDEN,
                    "api.example leads to a metadata address; only an egress rule for exactly this address would allow"
                            + " it",
                    client.forExecution(0).send(GET));
        }
    }

    @Test
    void fetchesOverHttpsOnlyWhereTheTenantWantsThat() {
        internet.name("api.example", PUBLIC);

        try (var client = client(EgressPolicy.publicOnly().onlyHttps())) {
            assertFails(
                    Reason.FORBIDDEN,
                    "http: is not allowed by the tenant's egress rules; use https:",
                    client.forExecution(0).send(GET));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST"})
    void looksLocalhostUpWithTheSystemAndRefusesIt(String host) {
        try (var client =
                new GuardedHttp(EgressPolicy.publicOnly(), HttpLimits.defaults(), DepthHeader.ofThisProcess())) {
            assertFails(
                    Reason.FORBIDDEN,
                    "localhost leads to a loopback address; the tenant's egress rules must allow localhost:1",
                    client.forExecution(0).send(OutboundRequest.of("GET", "http://" + host + ":1/")));
        }
    }

    @Test
    void checksTheAddressOnceMoreWhereTheConnectionIsMade() throws Exception {
        try (var socket = new GuardedSocket(EgressPolicy.publicOnly(), internet)) {
            var refused = assertThrows(
                    OutboundException.class, () -> socket.connect(new InetSocketAddress(address("10.0.0.7"), 80)));

            assertEquals(
                    "10.0.0.7 is a private address; the tenant's egress rules must allow 10.0.0.7:80",
                    refused.getMessage());
        }
        assertEquals(List.of(), internet.connects());
    }
}
