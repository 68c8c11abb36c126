package dev.postern.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.api.Effects;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;

/** Gives tokens for codes. They are signed with a key of this process: a real server keeps its keys, and renews them. */
final class Tokens {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int KEY_BITS = 2048;
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    private final JsonFiles codes;
    private final Clock clock;
    private final KeyPair keys;
    private final String keyId = Proofs.random();

    Tokens(JsonFiles codes, Clock clock) throws GeneralSecurityException {
        this.codes = codes;
        this.clock = clock;
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        keys = generator.generateKeyPair();
    }

    /**
     * A code for the tokens of a login that has completed, with what Actions have said of them. Throws where they want what
     * this server cannot do: nobody is let in without it.
     */
    String code(Login login, Effects effects) {
        if (effects.primaryUserId() != null
                || effects.session() != null
                || effects.refreshToken() != null
                || effects.samlResponse() != null) {
            throw new IllegalArgumentException("an Action wants what there is not: other users, sessions, SAML");
        }
        var query = login.query();
        var scopes = new LinkedHashSet<>(List.of(query.path("scope").asText().split(" ", -1)));
        scopes.addAll(effects.scopesAdded());
        scopes.removeAll(effects.scopesRemoved());
        var grant = MAPPER.createObjectNode()
                .put("expires", clock.millis() + CODE_LIFETIME.toMillis())
                .put("sub", login.user())
                .put("scope", String.join(" ", scopes));
        grant.set("query", query);
        grant.putObject("id_token").setAll(effects.idTokenClaims());
        grant.putObject("access_token").setAll(effects.accessTokenClaims());
        var code = Proofs.random();
        codes.put(Proofs.hash(code), grant);
        return code;
    }

    /** Gives the tokens of a code, once, to the application that has begun the login: it alone knows the verifier. */
    void exchange(Visit visit, String issuer) {
        var body = visit.body();
        var grant = codes.take(Proofs.hash(body.path("code").asText())).filter(one -> {
            var query = one.path("query");
            return visit.isPost()
                    && body.path("grant_type").asText().equals("authorization_code")
                    && clock.millis() < one.path("expires").asLong()
                    && query.path("client_id").equals(body.path("client_id"))
                    && query.path("redirect_uri").equals(body.path("redirect_uri"))
                    && Proofs.equal(
                            query.path("code_challenge").asText(),
                            Proofs.hash(body.path("code_verifier").asText()));
        });
        if (grant.isEmpty()) {
            visit.json(400, MAPPER.createObjectNode().put("error", "invalid_grant"));
            return;
        }
        var given = grant.get();
        var clientId = given.at("/query/client_id").asText();
        var idToken = claims(given, "id_token", issuer).put("aud", clientId);
        if (given.at("/query/nonce").isTextual()) {
            idToken.set("nonce", given.at("/query/nonce"));
        }
        var accessToken = claims(given, "access_token", issuer)
                .put("aud", issuer)
                .put("client_id", clientId)
                .put("scope", given.path("scope").asText());
        visit.json(
                200,
                MAPPER.createObjectNode()
                        .put("token_type", "Bearer")
                        .put("expires_in", TOKEN_LIFETIME.toSeconds())
                        .put("scope", given.path("scope").asText())
                        .put("id_token", sign(idToken))
                        .put("access_token", sign(accessToken)));
    }

    /** Those of the Actions, and then the server's own, which no Action can say in its place. */
    private ObjectNode claims(ObjectNode grant, String token, String issuer) {
        var now = clock.instant().getEpochSecond();
        return ((ObjectNode) grant.path(token).deepCopy())
                .put("iss", issuer)
                .put("sub", grant.path("sub").asText())
                .put("iat", now)
                .put("exp", now + TOKEN_LIFETIME.toSeconds());
    }

    private String sign(ObjectNode claims) {
        var header =
                MAPPER.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", keyId);
        var signed = part(header) + "." + part(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What applications check tokens with. */
    ObjectNode publicKeys() {
        var key = (RSAPublicKey) keys.getPublic();
        var json = MAPPER.createObjectNode();
        json.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", keyId)
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        return json;
    }

    private static String part(ObjectNode json) {
        return text(json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Without the byte of the sign. */
    private static String number(BigInteger number) {
        var bytes = number.toByteArray();
        return text(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
