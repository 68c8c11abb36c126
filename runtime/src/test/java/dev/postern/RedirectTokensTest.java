package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Request;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics 56 and 57: the token that goes along with a redirect, and the one that comes back. */
final class RedirectTokensTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "shared-with-the-terms-page";
    private static final String HOSTNAME = "login.acme.example";
    private static final String WRONG = "The session token is invalid: its signature or form is wrong";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String SENDS = """
            exports.onExecutePostLogin = async (event, api) => {
              const session_token = api.redirect.encodeToken({ secret: event.secrets.KEY, OPTIONS });
              api.redirect.sendUserTo('https://example.com/terms', { query: { session_token } });
            };
            exports.onContinuePostLogin = async (event, api) => {
              const payload = api.redirect.validateToken({ secret: event.secrets.KEY });
              api.idToken.setCustomClaim('https://example.com/answer', payload.answer);
            };
            """;

    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
            .withSecrets((tenant, action) -> Secrets.of(Map.of("KEY", SECRET)))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void sendsTheClaimsOfTheLoginAndThoseOfThePayload() {
        var token = token(start("payload: { cart: { id: 7 } }"));

        Algorithm.HMAC256(SECRET).verify(token);
        assertEquals("HS256", token.getAlgorithm());
        assertEquals(NOW, token.getIssuedAtAsInstant());
        assertEquals(NOW.plusSeconds(900), token.getExpiresAtAsInstant());
        assertEquals(HOSTNAME, token.getIssuer());
        assertEquals("auth0|1", token.getSubject());
        assertEquals("203.0.113.7", token.getClaim("ip").asString());
        assertEquals(Map.of("id", 7), token.getClaim("cart").asMap());
    }

    @Test
    void letsThePayloadReplaceAClaimAndTheActionChooseTheLifetime() {
        var token = token(start("payload: { iss: 'https://acme.example' }, expiresInSeconds: 60"));

        assertEquals("https://acme.example", token.getIssuer());
        assertEquals(NOW.plusSeconds(60), token.getExpiresAtAsInstant());
    }

    @Test
    void takesTheAnswerOfTheOtherSide() {
        assertAnswered(answered(UnaryOperator.identity()));
    }

    @Test
    void prefersTheTokenOfTheBody() {
        var paused = start("payload: {}");
        var state = paused.resumeToken().value();
        var query =
                MAPPER.createObjectNode().put("session_token", "from the query").put("state", state);
        var body = MAPPER.createObjectNode()
                .put("session_token", signed(valid(state)))
                .put("state", state);

        assertAnswered(runtime.resume(paused.resumeToken(), new Resumption.Redirect(request(query, body))));
    }

    @Test
    void refusesATokenFromTheSecondOnAtWhichItExpires() {
        assertEquals(
                "The session token is invalid: it has expired",
                refusal(answered(token -> token.withExpiresAt(NOW.minusSeconds(1)))));
        assertEquals(
                "The session token is invalid: it has expired", refusal(answered(token -> token.withExpiresAt(NOW))));
        assertAnswered(answered(token -> token.withExpiresAt(NOW.plusSeconds(1))));
    }

    @Test
    void refusesATokenThatDoesNotSayWhenItWasMadeOrExpires() {
        assertEquals(
                "The session token is invalid: it has no exp",
                refusal(answered(token -> token.withExpiresAt((Instant) null))));
        assertEquals(
                "The session token is invalid: it has no iat",
                refusal(answered(token -> token.withIssuedAt((Instant) null))));
    }

    /** The clocks of two servers differ. */
    @Test
    void takesATokenMadeALittleLater() {
        assertAnswered(answered(token -> token.withIssuedAt(NOW.plusSeconds(5))));
    }

    @Test
    void refusesATokenThatIsNotValidYet() {
        assertEquals(
                "The session token is invalid: it is not valid yet",
                refusal(answered(token -> token.withNotBefore(NOW.plusSeconds(5)))));
    }

    @Test
    void refusesATokenOfAnotherIssuer() {
        for (var issuer : List.of("attacker.example", "https://" + HOSTNAME, HOSTNAME + ".", "")) {
            assertEquals(
                    "The session token is invalid: its iss is not the hostname of the request; answer with the iss of the"
                            + " token that was sent",
                    refusal(answered(token -> token.withIssuer(issuer))),
                    issuer);
        }
        assertEquals(
                "The session token is invalid: its iss is not the hostname of the request; answer with the iss of the token"
                        + " that was sent",
                refusal(answered(token -> token.withNullClaim("iss"))));
    }

    @Test
    void refusesATokenOfAnotherState() {
        var message = "The session token is invalid: its state is not that of the request";

        assertEquals(message, refusal(answered(token -> token.withClaim("state", "another"))));
        assertEquals(message, refusal(answered(token -> token.withNullClaim("state"))));
    }

    @Test
    void refusesATokenOfAnotherUser() {
        assertEquals(
                "The session token is invalid: its sub is not the user",
                refusal(answered(token -> token.withSubject("auth0|2"))));
        assertEquals(
                "The session token is invalid: its sub is not the user",
                refusal(answered(token -> token.withNullClaim("sub"))));
    }

    @Test
    void refusesATokenSignedWithAnotherSecretOrAlgorithm() {
        for (var algorithm : List.of(
                Algorithm.HMAC256("another"), Algorithm.HMAC384(SECRET), Algorithm.HMAC512(SECRET), Algorithm.none())) {
            var paused = start("payload: {}");
            var token = valid(paused.resumeToken().value()).sign(algorithm);
            assertEquals(WRONG, refusal(resume(paused, token)), algorithm.getName());
        }
    }

    /** The header says how the token is signed, and is not believed. */
    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "", "HS512", "RS256", "ES256", "hs256"})
    void refusesATokenWhoseHeaderNamesAnotherAlgorithm(String algorithm) {
        var paused = start("payload: {}");
        var parts = signed(valid(paused.resumeToken().value())).split("\\.", -1);
        var header = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
        var signed = Algorithm.HMAC256(SECRET)
                .sign(header.getBytes(StandardCharsets.UTF_8), parts[1].getBytes(StandardCharsets.UTF_8));
        var signature = Base64.getUrlEncoder().withoutPadding().encodeToString(signed);

        assertEquals(WRONG, refusal(resume(paused, header + "." + parts[1] + "." + signature)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256"})
    void refusesATokenWithoutASignature(String algorithm) {
        var paused = start("payload: {}");
        var parts = signed(valid(paused.resumeToken().value())).split("\\.", -1);

        assertEquals(WRONG, refusal(resume(paused, base64("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + ".")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no token", "a.b", "a.b.c", "e30.e30.", "..", "a.b.c.d.e"})
    void refusesWhatIsNoToken(String text) {
        assertEquals(WRONG, refusal(resume(start("payload: {}"), text)));
    }

    @Test
    void refusesATokenThatWasChanged() {
        var paused = start("payload: {}");
        var parts = signed(valid(paused.resumeToken().value())).split("\\.", -1);
        var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        parts[1] = base64(payload.replace("yes", "all"));

        assertEquals(WRONG, refusal(resume(paused, String.join(".", parts))));
    }

    @Test
    void refusesTheTokenItSentItself() {
        var paused = start("payload: {}");

        assertEquals(
                "The session token is invalid: its state is not that of the request",
                refusal(resume(paused, token(paused).getToken())));
    }

    @Test
    void refusesAnAnswerThatCameBackToAnotherFlow() {
        var paused = start("payload: {}");
        var mine = paused.resumeToken().value();
        var other = start("payload: {}").resumeToken().value();
        var token = signed(valid(other));
        for (var request : List.of(
                request(query("state", other, "session_token", token), query()),
                request(query(), query("state", other, "session_token", token)),
                request(query("state", mine), query("state", other, "session_token", token)),
                request(query("state", other, "session_token", token), query("state", mine)),
                request(query("session_token", token), query()))) {
            var refused = assertThrows(
                    ActionsException.class,
                    () -> runtime.resume(paused.resumeToken(), new Resumption.Redirect(request)));
            assertEquals(ErrorCode.RESUMPTION_MISMATCH, refused.code());
        }
        assertAnswered(resume(paused, signed(valid(mine))));
    }

    @Test
    void namesTheParameterThatIsMissing() {
        var paused = start("payload: {}");

        var query = MAPPER.createObjectNode().put("state", paused.resumeToken().value());
        var result = runtime.resume(
                paused.resumeToken(), new Resumption.Redirect(request(query, MAPPER.createObjectNode())));

        assertEquals("There is no 'session_token' parameter in the request", refusal(result));
    }

    @Test
    void refusesATokenWhereTheHostDoesNotSayItsName() {
        var paused = start("payload: {}");
        var request = MAPPER.createObjectNode();
        request.putObject("query")
                .put("state", paused.resumeToken().value())
                .put("session_token", signed(valid(paused.resumeToken().value()).withIssuer("")));

        assertEquals(
                "The session token is invalid: its iss cannot be compared; the server must give event.request.hostname",
                refusal(runtime.resume(paused.resumeToken(), new Resumption.Redirect(Request.of(request)))));
    }

    @Test
    void worksInAPasswordResetAsWell() {
        var action = ActionVersion.of(
                "terms.js",
                SENDS.replace("OPTIONS", "payload: {}")
                        .replace("PostLogin", "PostChallenge")
                        .replace(
                                "api.idToken.setCustomClaim('https://example.com/answer', payload.answer)",
                                "console.log(payload.answer)"));
        var flow = new Flow(Tenant.of("acme"), Trigger.PASSWORD_RESET_POST_CHALLENGE, List.of(action));
        var members = MAPPER.createObjectNode();
        members.putObject("user").put("user_id", "auth0|1");
        members.putObject("request").put("hostname", HOSTNAME);
        var event = Flows.merged(Trigger.PASSWORD_RESET_POST_CHALLENGE, members);
        var paused = assertInstanceOf(FlowResult.Paused.class, runtime.start(flow, event));
        assertEquals(HOSTNAME, token(paused).getIssuer());

        var resumed = resume(paused, signed(valid(paused.resumeToken().value())));

        assertEquals("yes", resumed.executions().getLast().logs().getFirst().message());
    }

    private static ObjectNode query(String... namesAndValues) {
        var query = MAPPER.createObjectNode();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            query.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return query;
    }

    private FlowResult.Paused start(String options) {
        var action = ActionVersion.of("terms.js", SENDS.replace("OPTIONS", options));
        var flow = new Flow(Tenant.of("acme"), Trigger.POST_LOGIN, List.of(action));
        return assertInstanceOf(FlowResult.Paused.class, runtime.start(flow, Flows.event("auth0|1")));
    }

    private DecodedJWT token(FlowResult.Paused paused) {
        var redirect = assertInstanceOf(Awaiting.Redirect.class, paused.awaiting());
        return JWT.decode(parameter(redirect.url(), "session_token"));
    }

    private FlowResult answered(UnaryOperator<JWTCreator.Builder> change) {
        var paused = start("payload: {}");
        var token = change.apply(valid(paused.resumeToken().value()));
        return resume(paused, signed(token));
    }

    private FlowResult resume(FlowResult.Paused paused, String token) {
        var query = MAPPER.createObjectNode()
                .put("state", paused.resumeToken().value())
                .put("session_token", token);
        return runtime.resume(paused.resumeToken(), new Resumption.Redirect(request(query, MAPPER.createObjectNode())));
    }

    private static JWTCreator.Builder valid(String state) {
        return JWT.create()
                .withIssuedAt(NOW)
                .withExpiresAt(NOW.plusSeconds(300))
                .withIssuer(HOSTNAME)
                .withSubject("auth0|1")
                .withJWTId(UUID.randomUUID().toString())
                .withClaim("state", state)
                .withClaim("answer", "yes");
    }

    private static String signed(JWTCreator.Builder token) {
        return token.sign(Algorithm.HMAC256(SECRET));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Request request(ObjectNode query, ObjectNode body) {
        return Flows.request().with("POST", query, body);
    }

    private static String parameter(URI url, String name) {
        return Arrays.stream(url.getRawQuery().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst()
                .orElseThrow();
    }

    private static void assertAnswered(FlowResult result) {
        assertEquals(
                Map.of("https://example.com/answer", TextNode.valueOf("yes")),
                assertInstanceOf(FlowResult.Completed.class, result).effects().idTokenClaims());
    }

    private static String refusal(FlowResult result) {
        var error = assertInstanceOf(FlowResult.Failed.class, result).error();
        assertEquals(ErrorCode.ACTION_THREW, error.code());
        return error.message();
    }
}
