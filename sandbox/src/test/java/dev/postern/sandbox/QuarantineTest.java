package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Guests in a single operation without a safepoint, which no sandbox in this process can stop. */
@Timeout(180)
final class QuarantineTest {

    /** Ends by itself, after some seconds. */
    private static final String DEAF = "Array.prototype.indexOf.call({ length: 2e6 }, 1);";

    private static final Limits SHORT =
            Guest.LIMITS.withWallClock(Duration.ofMillis(500)).withAllocatedBytes(1L << 40);

    @Test
    void handsBackAtTheDeadlineWithWhatWasWritten() {
        try (var sandbox = Sandbox.inProcess(Platform.none())) {
            Guest.assertHealthy(sandbox);

            var outcome = sandbox.run(Guest.handler("console.log('before');\n" + DEAF + "\napi.emit(1);", SHORT));

            var exceeded = Guest.exceeded(Limit.WALL_CLOCK, outcome);
            assertTrue(exceeded.usage().duration().toMillis() < 1500, () -> "took " + exceeded.usage());
            assertEquals("before", exceeded.console().getFirst().message());
            Guest.assertHealthy(sandbox);
        }
    }

    @Test
    void refusesTheHostToAGuestThatWasGivenUp() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none())) {
            Guest.assertHealthy(sandbox);
            var late = new AtomicBoolean();
            var deaf = Guest.with(Guest.handler(DEAF + "\napi.call('late', 1);", SHORT), "late", argument -> {
                late.set(true);
                return argument;
            });

            Guest.exceeded(Limit.WALL_CLOCK, sandbox.run(deaf));
            while (sandbox.run(Guest.handler("")) instanceof GuestOutcome.Returned && quarantined(sandbox) > 0) {
                Thread.onSpinWait();
            }

            assertFalse(late.get());
        }
    }

    @Test
    void shedsLoadWhileTooManyHoldThreadsAndGoesOnWhenTheyHaveEnded() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none())) {
            Guest.assertHealthy(sandbox);
            var deaf = new ArrayList<FutureTask<GuestOutcome>>();
            for (var i = 0; i < GuestThreads.MOST_QUARANTINED; i++) {
                var one = new FutureTask<GuestOutcome>(() -> sandbox.run(Guest.handler(DEAF, SHORT)));
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
