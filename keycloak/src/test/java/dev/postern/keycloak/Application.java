package dev.postern.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The application of {@code realms/acme.json}, and any other site that a browser is sent to: both show an empty page. */
final class Application {

    static final int PORT = 8181;
    static final String CALLBACK = "http://localhost:" + PORT + "/callback";
    static final String ELSEWHERE = "http://localhost:" + PORT + "/elsewhere";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static @Nullable Application shared;

    private final HttpServer pages;
    private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** What the token endpoint gave. */
    record Tokens(int status, JsonNode json) {
        JsonNode idToken() throws IOException {
            return payload("id_token");
        }

        JsonNode accessToken() throws IOException {
            return payload("access_token");
        }

        private JsonNode payload(String name) throws IOException {
            var parts = json.path(name).asText().split("\\.", -1);
            return MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
        }
    }

    /** The one of this process: its port is one as well. */
    static synchronized Application shared() throws IOException {
        var known = shared;
        if (known == null) {
            known = new Application();
            shared = known;
        }
        return known;
    }

    private Application() throws IOException {
        pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 0);
        pages.createContext("/told", exchange -> {
            told.add(exchange.getRequestURI().getQuery());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        pages.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        pages.start();
    }

    /** Where a login begins, with more parameters. */
    static String login(String realm, Map<String, String> more) {
        var parameters = new TreeMap<>(Map.of(
                "client_id", "app",
                "redirect_uri", CALLBACK,
                "response_type", "code",
                "scope", "openid",
                "state", "of-the-application"));
        parameters.putAll(more);
        return realm + "/protocol/openid-connect/auth?" + form(parameters);
    }

    /** Checks the signatures of the tokens by the keys that the realm publishes. */
    void verify(String realm, Tokens tokens) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/certs"))
                .build();
        var keys = MAPPER.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
        for (var name : List.of("id_token", "access_token")) {
            var parts = tokens.json().path(name).asText().split("\\.", -1);
            var header = MAPPER.readTree(Base64.getUrlDecoder().decode(parts[0]));
            var verifier = Signature.getInstance("SHA256withRSA");
            verifier.initVerify(key(keys, header.path("kid").asText()));
            verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            if (!header.path("alg").asText().equals("RS256")
                    || !verifier.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new AssertionError("the signature of the " + name + " is not the realm's");
            }
        }
    }

    private static PublicKey key(JsonNode keys, String id) throws Exception {
        for (var key : keys.path("keys")) {
            if (key.path("kid").asText().equals(id)) {
                return KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e"))));
            }
        }
        throw new AssertionError("the realm has no key " + id);
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }

    /** Waits until an Action tells it this at {@code /told}. */
    void awaitTold(String query) throws InterruptedException {
        var next = "";
        while (!query.equals(next)) {
            next = told.poll(30, TimeUnit.SECONDS);
            if (next == null) {
                throw new AssertionError("nobody told " + query);
            }
        }
    }

    Tokens refresh(String realm, Tokens tokens, Map<String, String> more) throws Exception {
        var parameters = new TreeMap<>(more);
        parameters.put("grant_type", "refresh_token");
        parameters.put("client_id", "app");
        parameters.put("refresh_token", tokens.json().path("refresh_token").asText());
        return token(realm, parameters);
    }

    Tokens exchange(String realm, String code) throws Exception {
        return token(
                realm,
                Map.of("grant_type", "authorization_code", "client_id", "app", "redirect_uri", CALLBACK, "code", code));
    }

    Tokens token(String realm, Map<String, String> parameters) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        var response = http.send(request, HttpResponse.BodyHandlers.ofString());
        return new Tokens(response.statusCode(), MAPPER.readTree(response.body()));
    }

    private static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
