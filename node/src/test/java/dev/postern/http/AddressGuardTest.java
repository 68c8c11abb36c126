package dev.postern.http;

import static dev.postern.http.Outcome.assertFails;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postern.http.OutboundException.Reason;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses in URLs, in all their spellings. */
final class AddressGuardTest {

    private final FakeInternet internet = new FakeInternet();
    private final GuardedHttp client = client(EgressPolicy.publicOnly());

    private GuardedHttp client(EgressPolicy policy) {
        return new GuardedHttp(
                policy, HttpLimits.defaults(), DepthHeader.ofThisProcess(), internet, builder -> builder);
    }

    @AfterEach
    void closeClient() {
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, a loopback address",
        "127.255.255.254, 127.255.255.254, a loopback address",
        "127.1, 127.0.0.1, a loopback address",
        "127.0.1, 127.0.0.1, a loopback address",
        "0x7f.1, 127.0.0.1, a loopback address",
        "0X7F.0.0.0x1, 127.0.0.1, a loopback address",
        "0x7f000001, 127.0.0.1, a loopback address",
        "2130706433, 127.0.0.1, a loopback address",
        "0177.0.0.1, 127.0.0.1, a loopback address",
        "017700000001, 127.0.0.1, a loopback address",
        "00000000000000177.0.0.1, 127.0.0.1, a loopback address",
        "127.0.0.1., 127.0.0.1, a loopback address",
        "%31%32%37.0.0.1, 127.0.0.1, a loopback address",
        "127%2e0%2e0%2e1, 127.0.0.1, a loopback address",
        "１２７.0.0.1, 127.0.0.1, a loopback address",
        "127。0。0。1, 127.0.0.1, a loopback address",
        "0, 0.0.0.0, an unspecified address",
        "0.0.0.0, 0.0.0.0, an unspecified address",
        "0x, 0.0.0.0, an unspecified address",
        "0.1.2.3, 0.1.2.3, an unspecified address",
        "10.0.0.1, 10.0.0.1, a private address",
        "012.0.0.1, 10.0.0.1, a private address",
        "172.16.0.1, 172.16.0.1, a private address",
        "172.31.255.255, 172.31.255.255, a private address",
        "192.168.1.1, 192.168.1.1, a private address",
        "100.64.0.1, 100.64.0.1, a carrier's shared address",
        "100.127.255.255, 100.127.255.255, a carrier's shared address",
        "169.254.1.1, 169.254.1.1, a link-local address",
        "192.0.2.1, 192.0.2.1, a documentation address",
        "198.51.100.1, 198.51.100.1, a documentation address",
        "203.0.113.1, 203.0.113.1, a documentation address",
        "198.18.0.1, 198.18.0.1, a benchmarking address",
        "198.19.255.255, 198.19.255.255, a benchmarking address",
        "224.0.0.1, 224.0.0.1, a multicast address",
        "239.255.255.255, 239.255.255.255, a multicast address",
        "240.0.0.1, 240.0.0.1, a reserved address",
        "192.0.0.1, 192.0.0.1, a reserved address",
        "192.88.99.1, 192.88.99.1, a reserved address",
        "255.255.255.255, 255.255.255.255, a broadcast address",
        "[::], ::, an unspecified address",
        "[::1], ::1, a loopback address",
        "[0:0:0:0:0:0:0:1], ::1, a loopback address",
        "[fc00::1], fc00::1, a private address",
        "[fdff::1], fdff::1, a private address",
        "[fec0::1], fec0::1, a private address",
        "[fe80::1], fe80::1, a link-local address",
        "[febf::1], febf::1, a link-local address",
        "[ff02::1], ff02::1, a multicast address",
        "[2001:db8::1], 2001:db8::1, a documentation address",
        "[3fff::1], 3fff::1, a documentation address",
        "[::ffff:127.0.0.1], 127.0.0.1, a loopback address",
        "[::ffff:a00:1], 10.0.0.1, a private address",
        "[::127.0.0.1], ::7f00:1, an address that wraps an IPv4 address",
        "[::ffff:0:127.0.0.1], ::ffff:0:7f00:1, an address that wraps an IPv4 address",
        "[64:ff9b::10.0.0.1], 64:ff9b::a00:1, a private address",
        "[64:ff9b::127.0.0.1], 64:ff9b::7f00:1, a loopback address",
        "[64:ff9b:1::1], 64:ff9b:1::1, an address that wraps an IPv4 address",
        "[2002:7f00:1::], 2002:7f00:1::, an address that wraps an IPv4 address",
        "[2001:0:4136:e378:8000:63bf:80ff:fffe], 2001:0:4136:e378:8000:63bf:80ff:fffe, an address that wraps an IPv4 address",
        "[2001:2::1], 2001:2::1, a reserved address",
        "[100::1], 100::1, a reserved address",
        "[5f00::1], 5f00::1, a reserved address"
    })
    void refusesWhatIsNotPublic(String host, String meant, String kind) {
        var answer = client.forExecution(0).send(OutboundRequest.of("GET", "http://" + host + "/"));

        String authority = meant.contains(":") ? "[" + meant + "]:80" : meant + ":80";
        assertFails(
                Reason.FORBIDDEN,
                meant + " is " + kind + "; the tenant's egress rules must allow " + authority,
                answer);
        assertEquals(List.of(), internet.connects());
        assertEquals(List.of(), internet.lookups());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.170.2",
                "169.254.170.23",
                "168.63.129.16",
                "100.100.100.200",
                "192.0.0.192",
                "fd00:ec2::254",
                "fd00:ec2::23",
                "fd20:ce::254",
                "64:ff9b::a9fe:a9fe"
            })
    void refusesWhereCloudsGiveOutCredentialsUnlessExactlyThatIsAllowed(String address) {
        String host = address.contains(":") ? "[" + address + "]" : address;
        var request = OutboundRequest.of("GET", "http://" + host + "/latest/meta-data/");
        String refused =
                address + " is a metadata address; only an egress rule for exactly this address would allow it";

        assertFails(Reason.FORBIDDEN, refused, client.forExecution(0).send(request));
        try (var wide = client(EgressPolicy.publicOnly().allowing(List.of("0.0.0.0/0", "::/0")))) {
            assertFails(Reason.FORBIDDEN, refused, wide.forExecution(0).send(request));
        }
        assertEquals(List.of(), internet.connects());
    }

    @Test
    void reachesAMetadataAddressThatIsAllowedByItself() throws Exception {
        try (var server = new TestServer(TestServer.ok("role"));
                var exact = client(EgressPolicy.none().allowing(List.of("169.254.169.254:80")))) {
            internet.server("169.254.169.254", server);

            assertEquals(
                    "role",
                    Outcome.text(exact.forExecution(0).send(OutboundRequest.of("GET", "http://169.254.169.254/"))));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9.255.255.255",
                "11.0.0.0",
                "93.184.216.34",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "[2606:4700::1111]",
                "[2a00:1450::1]",
                "[64:ff9b::5db8:d822]"
            })
    void reachesWhatIsPublic(String host) throws Exception {
        try (var server = new TestServer(TestServer.ok("public"))) {
            internet.server(host.replaceAll("[\\[\\]]", ""), server);

            assertEquals(
                    "public", Outcome.text(client.forExecution(0).send(OutboundRequest.of("GET", "http://" + host))));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"256.0.0.1", "1.2.3.4.5", "4294967296", "08.0.0.1", "1.0x100.1.1", "a.1.2.0x1g.3"})
    void takesAHostThatEndsInANumberForAnAddressOrNothing(String host) {
        assertFails(
                Reason.INVALID_REQUEST,
                "the host of the URL, " + host + ", is neither a name nor an IP address",
                client.forExecution(0).send(OutboundRequest.of("GET", "http://" + host + "/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://[fe80::1%25eth0]/", "http://[::1", "http:///", "https://a b/", "http://a:99999/"})
    void refusesWhatIsNoUrl(String url) {
        assertFails(
                Reason.INVALID_REQUEST,
                "the URL cannot be parsed",
                client.forExecution(0).send(OutboundRequest.of("GET", url)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "data:,x", "//a.example/", ""})
    void fetchesHttpAndHttpsOnly(String url) {
        assertFails(
                Reason.INVALID_REQUEST,
                "only URLs with http: and https: can be fetched",
                client.forExecution(0).send(OutboundRequest.of("GET", url)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user@a.example/", "http://user:pw@a.example/", "http://:pw@a.example/"})
    void refusesUserAndPasswordInAUrl(String url) {
        assertFails(
                Reason.INVALID_REQUEST,
                "a URL with user and password cannot be fetched; send an Authorization header",
                client.forExecution(0).send(OutboundRequest.of("GET", url)));
    }
}
