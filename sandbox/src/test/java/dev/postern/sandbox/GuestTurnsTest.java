package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
final class GuestTurnsTest {

    private static final int MORE_THAN_ALL = 4 * Runtime.getRuntime().availableProcessors() + 8;

    @Test
    void leavesRoomForOthersHoweverManyOneOwnerHas() throws Exception {
        try (var sandbox = Guest.sandbox();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Guest.assertHealthy(sandbox);
            var started = new Semaphore(0);
            var held = new CountDownLatch(1);
            var holding = Guest.of("greedy", Guest.held(started, held));
            var running = new ArrayList<Future<GuestOutcome>>();
            for (var i = 0; i < MORE_THAN_ALL; i++) {
                running.add(callers.submit(() -> sandbox.run(holding)));
            }
            assertTrue(started.tryAcquire(60, TimeUnit.SECONDS));

            Guest.assertHealthy(sandbox);

            held.countDown();
            for (var one : running) {
                Guest.returned(one.get(60, TimeUnit.SECONDS));
            }
        }
    }
}
