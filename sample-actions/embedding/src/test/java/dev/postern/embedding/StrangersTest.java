package dev.postern.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantLimits;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The runtime that docs/embedding.md has for Actions of strangers. */
final class StrangersTest {

    private static final Event EVENT =
            Event.parse(Trigger.POST_LOGIN.sampleEvent().toString());

    @Test
    void keepOneTenantFromTheOthers() {
        try (var runtime = runtime()) {
            var failed = assertInstanceOf(FlowResult.Failed.class, runtime.start(flow("greedy", "for (;;) {}"), EVENT));
            assertEquals(ErrorCode.CPU_LIMIT, failed.error().code());

            var refused = assertThrows(ActionsException.class, () -> runtime.start(flow("greedy", ""), EVENT));

            assertEquals(ErrorCode.BREAKER_OPEN, refused.code());
            assertInstanceOf(FlowResult.Completed.class, runtime.start(flow("acme", ""), EVENT));
        }
    }

    private static ActionsRuntime runtime() {
        return ActionsRuntime.builder()
                .withIsolation(Isolation.PROCESS)
                .withWorkers(WorkerSettings.defaults().withMost(8).withReady(2))
                .withLimits(
                        Limits.defaults().withWallClock(Duration.ofSeconds(10)).withCpuTime(Duration.ofSeconds(1)))
                .withTenantLimits(
                        tenant -> TenantLimits.defaults().withFlowsAtOnce(2, 16).withBreaker(1, Duration.ofSeconds(30)))
                .build();
    }

    private static Flow flow(String tenant, String body) {
        var code = "exports.onExecutePostLogin = async () => { " + body + " };";
        return new Flow(Tenant.of(tenant), Trigger.POST_LOGIN, List.of(ActionVersion.of("theirs.js", code)));
    }
}
