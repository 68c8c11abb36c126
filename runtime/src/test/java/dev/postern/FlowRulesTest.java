package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.postern.action.Secrets;
import dev.postern.error.ActionError;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.sandbox.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules of the flow that a case cannot show: limits, sizes, and answers that are computed. */
final class FlowRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String SECRET = "shared-with-the-terms-page";

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
