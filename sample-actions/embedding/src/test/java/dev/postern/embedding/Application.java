package dev.postern.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.conformance.Screen;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The application that users log in to: it begins logins, and takes what they come to, checking all of it. */
final class Application {

    static final String CALLBACK = "http://localhost:9/callback";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String issuer;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> verifiers = new HashMap<>();

    Application(String issuer) {
        this.issuer = issuer;
    }

    /** Where a login begins, with more parameters. */
    String login(Map<String, String> more) throws GeneralSecurityException {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var state = UUID.randomUUID().toString();
        verifiers.put(state, verifier);
        var challenge = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
        var parameters = new TreeMap<>(Map.of(
                "client_id",
                "app",
                "redirect_uri",
                CALLBACK,
                "response_type",
                "code",
                "scope",
                "openid",
                "nonce",
                "nonce-of-" + state,
                "state",
                state,
                "code_challenge",
                Base64.getUrlEncoder().withoutPadding().encodeToString(challenge),
                "code_challenge_method",
                "S256"));
        parameters.putAll(more);
        return issuer + "/authorize?" + form(parameters);
    }

    /** What the application makes of a browser that comes to it with this address. */
    Screen arrive(URI address) throws IOException, InterruptedException, GeneralSecurityException {
        var answer = parameters(address.getRawQuery());
        assertEquals(issuer, answer.get("iss"));
        var state = String.valueOf(answer.get("state"));
        assertTrue(verifiers.containsKey(state), "the application has begun no such login");
        if (answer.containsKey("error")) {
            return new Screen.Refused(
                    String.valueOf(answer.get("error")), answer.getOrDefault("error_description", ""));
        }
        var given = exchange(String.valueOf(answer.get("code")), state);
        assertEquals(200, given.statusCode(), given.body());
        var tokens = MAPPER.readTree(given.body());
        var idToken = claims(tokens.path("id_token").asText());
        assertEquals("nonce-of-" + state, idToken.path("nonce").asText());
        assertEquals("app", idToken.path("aud").asText());
        return new Screen.SignedIn(idToken, claims(tokens.path("access_token").asText()));
    }

    /** What the token endpoint gives for a code of the login with this state. */
    HttpResponse<String> exchange(String code, String state) throws IOException, InterruptedException {
        var parameters = Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                "app",
                "redirect_uri",
                CALLBACK,
                "code",
                code,
                "code_verifier",
                String.valueOf(verifiers.get(state)));
        var request = HttpRequest.newBuilder(URI.create(issuer + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(parameters)))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode claims(String token) throws IOException, InterruptedException, GeneralSecurityException {
        var parts = token.split("\\.", -1);
        var keys = http.send(
                HttpRequest.newBuilder(URI.create(issuer + "/jwks")).build(), HttpResponse.BodyHandlers.ofString());
        var key = MAPPER.readTree(keys.body()).path("keys").path(0);
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(key.path("n")), number(key.path("e")))));
        verifier.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts[2])), "the signature is wrong");
        return MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }

    private static BigInteger number(JsonNode text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text.asText()));
    }

    static String form(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    static Map<String, String> parameters(String form) {
        var parameters = new HashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
