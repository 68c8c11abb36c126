package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests in a single operation without a safepoint, which no sandbox in this process can stop. */
@Timeout(180)
final class QuarantineTest {

    /** Ends by itself, after some seconds. */
    private static final String DEAF = "Array.prototype.indexOf.call({ length: 3e8 }, 1);";

    private static final Limits SHORT = Guest.LIMITS.withWallClock(Duration.ofMillis(500));

    @Test
    void handsBackAtTheDeadlineWithWhatWasWritten() {
        try (var sandbox = Sandbox.inProcess()) {
            Guest.assertHealthy(sandbox);

            var outcome = sandbox.run(Guest.handler("console.log('before');\n" + DEAF + "\napi.emit(1);", SHORT));

            var exceeded = Guest.exceeded(Limit.WALL_CLOCK, outcome);
            assertTrue(exceeded.usage().duration().toMillis() < 1500, () -> "took " + exceeded.usage());
            assertTrue(exceeded.console().getFirst().message().equals("before"));
            Guest.assertHealthy(sandbox);
        }
    }

    @Test
    void refusesTheHostToAGuestThatWasGivenUp() throws Exception {
        try (var sandbox = Sandbox.inProcess()) {
            Guest.assertHealthy(sandbox);
            var late = new FutureTask<>(() -> null);
            var deaf = Guest.with(Guest.handler(DEAF + "\napi.call('late', 1);", SHORT), "late", argument -> {
                late.run();
                return argument;
            });

            Guest.exceeded(Limit.WALL_CLOCK, sandbox.run(deaf));
            while (sandbox.run(Guest.handler("")) instanceof GuestOutcome.Returned && quarantined(sandbox) > 0) {
                Thread.onSpinWait();
            }

            assertTrue(!late.isDone());
        }
    }

    @Test
    void shedsLoadWhileTooManyHoldThreadsAndGoesOnWhenTheyHaveEnded() throws Exception {
        try (var sandbox = Sandbox.inProcess()) {
            Guest.assertHealthy(sandbox);
            var deaf = new ArrayList<FutureTask<GuestOutcome>>();
            for (var i = 0; i < GuestThreads.MOST_QUARANTINED; i++) {
                var one = new FutureTask<>(() -> sandbox.run(Guest.handler(DEAF, SHORT)));
                Thread.ofVirtual().start(one);
                deaf.add(one);
            }
            for (var one : deaf) {
                Guest.exceeded(Limit.WALL_CLOCK, one.get(60, TimeUnit.SECONDS));
            }

            assertInstanceOf(GuestOutcome.Overloaded.class, sandbox.run(Guest.handler("api.emit(1);")));

            while (quarantined(sandbox) > 0) {
                Thread.onSpinWait();
            }
            Guest.assertHealthy(sandbox);
        }
    }

    private static int quarantined(Sandbox sandbox) {
        return ((PolyglotSandbox) sandbox).quarantined();
    }
}
