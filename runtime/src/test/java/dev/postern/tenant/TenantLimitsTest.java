package dev.postern.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class TenantLimitsTest {

    private static final TenantLimits DEFAULTS = TenantLimits.defaults();

    @Test
    void refusesWhatWouldLetNothingInOrNeverEnd() {
        for (var refused : List.<Executable>of(
                () -> DEFAULTS.withFlowsAtOnce(0, 1),
                () -> DEFAULTS.withFlowsAtOnce(2, 1),
                () -> DEFAULTS.withFlowsAtOnce(1, 1_000_001),
                () -> DEFAULTS.withLongestWait(Duration.ofMillis(-1)),
                () -> DEFAULTS.withLongestWait(Duration.ofMinutes(11)),
                () -> DEFAULTS.withRate(0, 1),
                () -> DEFAULTS.withRate(1, 0),
                () -> DEFAULTS.withCpuPerMinute(Duration.ZERO),
                () -> DEFAULTS.withCpuPerMinute(Duration.ofDays(11)),
                () -> DEFAULTS.withBreaker(0, Duration.ofSeconds(1)),
                () -> DEFAULTS.withBreaker(1, Duration.ZERO),
                () -> DEFAULTS.withBreaker(1, Duration.ofMinutes(11)))) {
            assertThrows(IllegalArgumentException.class, refused);
        }
    }

    @Test
    void changesOneLimitAndKeepsTheOthers() {
        var changed = DEFAULTS.withFlowsAtOnce(3, 7)
                .withLongestWait(Duration.ofMillis(4))
                .withRate(5, 6)
                .withCpuPerMinute(Duration.ofSeconds(8))
                .withBreaker(9, Duration.ofSeconds(10));
        assertEquals(
                new TenantLimits(7, 3, Duration.ofMillis(4), 5, 6, Duration.ofSeconds(8), 9, Duration.ofSeconds(10)),
                changed);
    }
}
