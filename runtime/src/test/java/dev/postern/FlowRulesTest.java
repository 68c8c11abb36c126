package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionError;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Request;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the flow that a case cannot show: limits, sizes, and answers that are computed. */
final class FlowRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "shared-with-the-terms-page";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ActionsRuntime runtime = builder().build();

    @AfterEach
    void close() {
        runtime.close();
    }

    /** Semantics 5. */
    @ParameterizedTest
    @ValueSource(ints = {4_069, 4_070, 4_080, 4_091})
    void redactsASecretAtWhichAMessageIsCut(int before) {
        var flow = Flows.of("throw new Error('x'.repeat(%d) + event.secrets.KEY + 'y'.repeat(99));".formatted(before));
        try (var withSecret = builder()
                .withSecrets((tenant, action) -> Secrets.of(Map.of("KEY", SECRET)))
                .build()) {
            var failed = assertInstanceOf(FlowResult.Failed.class, withSecret.start(flow, Flows.event("auth0|1")));

            assertFalse(failed.error().message().contains(SECRET.substring(0, 4)));
            assertTrue(failed.error().message().endsWith("…"));
        }
    }

    /** Semantics 1. */
    @Test
    void runsTwentyActionsAndRefusesMore() {
        var bodies = new String[21];
        Arrays.fill(bodies, "api.user.setAppMetadata('count', (event.user.app_metadata.count ?? 0) + 1);");

        var completed = completed(runtime.start(Flows.of(Arrays.copyOf(bodies, 20)), Flows.event("auth0|1")));
        var refused = assertThrows(ActionsException.class, () -> Flows.of(bodies));

        assertEquals(20, completed.executions().size());
        assertEquals(IntNode.valueOf(20), completed.effects().appMetadata().get("count"));
        assertEquals(ErrorCode.FLOW_INVALID, refused.code());
        assertEquals("the flow post-login of tenant acme has 21 Actions; bind at most 20", refused.getMessage());
    }

    /** Semantics 21. */
    @Test
    void failsAnActionThatTakesTooLong() {
        var limits = Limits.defaults().withWallClock(Duration.ofMillis(500));
        try (var hurried = builder().withLimits(limits).build()) {
            var result = hurried.start(
                    Flows.of("api.user.setAppMetadata('own', true);\nfor (;;);", "console.log('never');"),
                    Flows.event("auth0|1"));

            assertEquals(ErrorCode.TIME_LIMIT, failure(result).code());
            assertEquals("1-action.js", failure(result).action());
            assertEquals(1, result.executions().size());
        }
    }

    /** Semantics 70: each token has a hundred kilobytes of its own. */
    @Test
    void boundsTheCustomClaimsOfEachToken() {
        var name = "https://example.com/a";
        var room = (100 << 10) - "{\"%s\":\"\"}".formatted(name).length();
        var set = "api.%s.setCustomClaim('" + name + "', 'v'.repeat(%d));";

        var fits = Flows.of(set.formatted("idToken", room - 1) + set.formatted("accessToken", room - 1));
        assertEquals(
                1,
                completed(runtime.start(fits, Flows.event("auth0|1")))
                        .effects()
                        .accessTokenClaims()
                        .size());
        for (var token : List.of("idToken", "accessToken")) {
            var tooLarge = runtime.start(Flows.of(set.formatted(token, room + 1)), Flows.event("auth0|1"));
            assertEquals(ErrorCode.CLAIMS_TOO_LARGE, failure(tooLarge).code());
        }
    }

    /** Semantics 70: the claims of all Actions count together. */
    @Test
    void boundsTheCustomClaimsOfAllActionsTogether() {
        var set = "api.idToken.setCustomClaim('https://example.com/%s', 'v'.repeat(60 * 1024));";

        assertEquals(
                ErrorCode.CLAIMS_TOO_LARGE,
                failure(runtime.start(Flows.of(set.formatted("a"), set.formatted("b")), Flows.event("auth0|1")))
                        .code());
        completed(runtime.start(Flows.of(set.formatted("a"), set.formatted("a")), Flows.event("auth0|1")));
    }

    /** Semantics 66: 32 kB of either kind. */
    @ParameterizedTest
    @ValueSource(strings = {"setUserMetadata", "setAppMetadata"})
    void boundsTheMetadataToWrite(String method) {
        var room = (32 << 10) - "{\"a\":\"\"}".length();
        var set = "api.user." + method + "('a', 'v'.repeat(%d));";

        completed(runtime.start(Flows.of(set.formatted(room - 1)), Flows.event("auth0|1")));
        var tooLarge = runtime.start(Flows.of(set.formatted(room + 1)), Flows.event("auth0|1"));

        assertEquals(ErrorCode.METADATA_TOO_LARGE, failure(tooLarge).code());
    }

    /** Semantics 56 and 57: what goes along with a redirect, and what comes back. */
    @Nested
    class WithASessionToken {

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

        @Test
        void sendsTheClaimsOfTheLoginAndThoseOfThePayload() {
            var token = token(start("payload: { cart: { id: 7 } }"));

            Algorithm.HMAC256(SECRET).verify(token);
            assertEquals("HS256", token.getAlgorithm());
            assertEquals(NOW, token.getIssuedAtAsInstant());
            assertEquals(NOW.plusSeconds(900), token.getExpiresAtAsInstant());
            assertEquals("login.acme.example", token.getIssuer());
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
            var query = MAPPER.createObjectNode()
                    .put("session_token", "from the query")
                    .put("state", state);
            var body = MAPPER.createObjectNode()
                    .put("session_token", signed(valid(state)))
                    .put("state", state);

            assertAnswered(runtime.resume(paused.resumeToken(), new Resumption.Redirect(request(query, body))));
        }

        @Test
        void refusesAnExpiredToken() {
            assertEquals(
                    "The session token is invalid: it has expired",
                    refusal(answered(token -> token.withExpiresAt(NOW.minusSeconds(1)))));
        }

        @Test
        void refusesATokenThatNeverExpires() {
            assertEquals(
                    "The session token is invalid: it has no exp",
                    refusal(answered(token -> token.withExpiresAt((Instant) null))));
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
        }

        @Test
        void refusesATokenSignedWithAnotherSecretOrAlgorithm() {
            var message = "The session token is invalid: its signature or form is wrong";

            for (var algorithm : List.of(Algorithm.HMAC256("another"), Algorithm.HMAC512(SECRET), Algorithm.none())) {
                var paused = start("payload: {}");
                var token = valid(paused.resumeToken().value()).sign(algorithm);
                assertEquals(message, refusal(resume(paused, token)), algorithm.getName());
            }
        }

        @Test
        void refusesATokenThatWasChanged() {
            var paused = start("payload: {}");
            var parts = signed(valid(paused.resumeToken().value())).split("\\.", -1);
            var payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
            parts[1] = Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(payload.replace("yes", "all").getBytes(StandardCharsets.UTF_8));

            assertEquals(
                    "The session token is invalid: its signature or form is wrong",
                    refusal(resume(paused, String.join(".", parts))));
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

            var query =
                    MAPPER.createObjectNode().put("state", paused.resumeToken().value());
            var result = runtime.resume(
                    paused.resumeToken(), new Resumption.Redirect(request(query, MAPPER.createObjectNode())));

            assertEquals("There is no 'session_token' parameter in the request", refusal(result));
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
            return runtime.resume(
                    paused.resumeToken(), new Resumption.Redirect(request(query, MAPPER.createObjectNode())));
        }

        private static JWTCreator.Builder valid(String state) {
            return JWT.create()
                    .withIssuedAt(NOW)
                    .withExpiresAt(NOW.plusSeconds(300))
                    .withSubject("auth0|1")
                    .withJWTId(UUID.randomUUID().toString())
                    .withClaim("state", state)
                    .withClaim("answer", "yes");
        }

        private static String signed(JWTCreator.Builder token) {
            return token.sign(Algorithm.HMAC256(SECRET));
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
                    completed(result).effects().idTokenClaims());
        }

        private static String refusal(FlowResult result) {
            assertEquals(ErrorCode.ACTION_THREW, failure(result).code());
            return failure(result).message();
        }
    }

    private static ActionsRuntimeBuilder builder() {
        return ActionsRuntime.builder()
                .withClock(Clock.fixed(NOW, ZoneOffset.UTC))
                .withSecrets((tenant, action) -> Secrets.of(Map.of("KEY", SECRET)));
    }

    private static FlowResult.Completed completed(FlowResult result) {
        return assertInstanceOf(FlowResult.Completed.class, result);
    }

    private static ActionError failure(FlowResult result) {
        return assertInstanceOf(FlowResult.Failed.class, result).error();
    }
}
