package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.Tenant;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ActionsRuntimeBuilderTest {

    @Test
    void stopsTheTimeAtTheLastDateOfJavaScript() {
        var last = Instant.parse("+275760-09-13T00:00:00Z");
        try (var runtime = ActionsRuntime.builder().withFixedTime(last).build()) {
            var result = runtime.start(
                    Flows.of("api.idToken.setCustomClaim('now', new Date().toISOString());"), Flows.event("auth0|1"));
            var done = assertInstanceOf(FlowResult.Completed.class, result);
            assertEquals(
                    Map.of("now", TextNode.valueOf("+275760-09-13T00:00:00.000Z")),
                    done.effects().idTokenClaims());
        }
    }

    @Test
    void givesEachTenantTheLimitsOfItsOwn() {
        var more = Limits.defaults();
        var less = more.withStatements(1000);
        try (var runtime = ActionsRuntime.builder()
                .withLimits(tenant -> tenant.value().equals("small") ? less : more)
                .build()) {
            var works = "for (let i = 0; i < 100_000; i++);";
            assertInstanceOf(FlowResult.Completed.class, runtime.start(Flows.of(works), Flows.event("auth0|1")));
            var failed = assertInstanceOf(
                    FlowResult.Failed.class,
                    runtime.start(Flows.of(Tenant.of("small"), works), Flows.event("auth0|1")));
            assertEquals(
                    "the Action exceeded the statements limit of 1000",
                    failed.error().message());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"+275760-09-13T00:00:00.000000001Z", "-271821-04-19T23:59:59.999Z"})
    void refusesATimeThatNoDateOfJavaScriptIs(String time) {
        var refused = assertThrows(
                IllegalArgumentException.class, () -> ActionsRuntime.builder().withFixedTime(Instant.parse(time)));
        assertEquals("a fixed time is from -271821-04-20T00:00:00Z to +275760-09-13T00:00:00Z", refused.getMessage());
    }
}
