package dev.postern.http;

import static dev.postern.http.FakeInternet.PUBLIC;
import static dev.postern.http.Outcome.assertFails;
import static dev.postern.http.Outcome.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** https, with a certificate for {@code api.example} that only a test trusts. */
final class TlsTest {

    private static final HeldCertificate CERTIFICATE = new HeldCertificate.Builder()
            .addSubjectAlternativeName("api.example")
            .build();
    private static final HandshakeCertificates SERVER =
            new HandshakeCertificates.Builder().heldCertificate(CERTIFICATE).build();
    private static final HandshakeCertificates TRUSTING = new HandshakeCertificates.Builder()
            .addTrustedCertificate(CERTIFICATE.certificate())
            .build();
    private static final OutboundRequest GET = OutboundRequest.of("GET", "https://api.example/");

    private final FakeInternet internet = new FakeInternet()
            .name("api.example", PUBLIC)
            .name("other.example", PUBLIC)
            .name("plain.example", FakeInternet.OTHER_PUBLIC);

    private GuardedHttp client(EgressPolicy policy, UnaryOperator<OkHttpClient.Builder> tls) {
        return new GuardedHttp(policy, HttpLimits.defaults(), DepthHeader.ofThisProcess(), internet, tls);
    }

    private GuardedHttp trusting() {
        return client(
                EgressPolicy.publicOnly().onlyHttps(),
                builder -> builder.sslSocketFactory(TRUSTING.sslSocketFactory(), TRUSTING.trustManager()));
    }

    private TestServer server(TestServer.Handler handler) throws IOException {
        var server = new TestServer(SERVER.sslContext().getServerSocketFactory(), handler);
        internet.server(PUBLIC, server);
        return server;
    }

    @Test
    void fetchesOverTls() throws Exception {
        try (var server = server(TestServer.ok("secret"));
                var client = trusting()) {
            assertEquals("secret", text(client.forExecution(0).send(GET)));
            assertEquals(Optional.of("api.example"), server.requests().getLast().header("Host"));
        }
    }

    @Test
    void checksTheNameInTheCertificate() throws Exception {
        try (var server = server(TestServer.ok("secret"));
                var client = trusting()) {
            assertFails(
                    Reason.TLS,
                    "the certificate of other.example:443 is for another name; check the host of the URL",
                    client.forExecution(0).send(OutboundRequest.of("GET", "https://other.example/")));
            assertEquals(0, server.requests().size());
        }
    }

    @Test
    void trustsNoCertificateThatTheJvmDoesNotTrust() throws Exception {
        try (var server = server(TestServer.ok("secret"));
                var client = client(EgressPolicy.publicOnly(), builder -> builder)) {
            assertFails(
                    Reason.TLS,
                    "no TLS with api.example:443: its certificate is not trusted here, or it speaks no TLS 1.2 or newer",
                    client.forExecution(0).send(GET));
            assertEquals(0, server.requests().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://api.example/end", "http://plain.example/end"})
    void goesFromHttpsToHttpWithoutCredentials(String place) throws Exception {
        try (var plain = new TestServer(TestServer.ok("plain"));
                var server = server((request, out) ->
                        out.write(TestServer.response("302 Found", "Location: " + place + "\r\n", new byte[0])));
                var client = client(
                        EgressPolicy.publicOnly(),
                        builder -> builder.sslSocketFactory(TRUSTING.sslSocketFactory(), TRUSTING.trustManager()))) {
            internet.plain(PUBLIC, plain).server(FakeInternet.OTHER_PUBLIC, plain);

            assertEquals(
                    "plain",
                    text(client.forExecution(0)
                            .send(GET.withHeaders(List.of(new Header("Authorization", "Bearer t"))))));
            assertEquals(Optional.of("Bearer t"), server.requests().getLast().header("Authorization"));
            assertEquals(Optional.empty(), plain.requests().getLast().header("Authorization"));
        }
    }
}
