package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
final class LifecycleTest {

    private static final String WAITS = "await new Promise((resolve) => setTimeout(resolve, 3600000));";
    private static final String LOOPS = "for (;;) {}";

    @ParameterizedTest
    @ValueSource(strings = {WAITS, LOOPS})
    void cancelsWhatIsRunningWhenClosed(String body) throws Exception {
        var sandbox = Guest.sandbox();
        var started = new CountDownLatch(1);
        var running = new FutureTask<>(() -> sandbox.run(signalling(started, body)));
        Thread.ofPlatform().start(running);
        assertTrue(started.await(20, TimeUnit.SECONDS));

        sandbox.close();

        assertCancelled(running.get(20, TimeUnit.SECONDS));
    }

    @ParameterizedTest
    @ValueSource(strings = {WAITS, LOOPS})
    void endsSoonWhenItsThreadIsInterrupted(String body) throws Exception {
        try (var sandbox = Guest.sandbox()) {
            var started = new CountDownLatch(1);
            var running = new FutureTask<>(() -> sandbox.run(signalling(started, body)));
            var thread = Thread.ofPlatform().start(running);
            assertTrue(started.await(20, TimeUnit.SECONDS));

            thread.interrupt();

            var outcome = running.get(10, TimeUnit.SECONDS);
            assertFalse(outcome instanceof GuestOutcome.Returned, outcome::toString);
            Guest.assertHealthy(sandbox);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WAITS, LOOPS})
    void cancelsWhenItsVirtualThreadIsInterrupted(String body) throws Exception {
        try (var sandbox = Guest.sandbox()) {
            var started = new CountDownLatch(1);
            var flagged = new CountDownLatch(1);
            var running = new FutureTask<>(() -> {
                var outcome = sandbox.run(signalling(started, body));
                if (Thread.currentThread().isInterrupted()) {
                    flagged.countDown();
                }
                return outcome;
            });
            var thread = Thread.ofVirtual().start(running);
            assertTrue(started.await(20, TimeUnit.SECONDS));

            thread.interrupt();

            assertCancelled(running.get(10, TimeUnit.SECONDS));
            assertTrue(flagged.await(1, TimeUnit.SECONDS), "the flag is set again");
            Guest.assertHealthy(sandbox);
        }
    }

    @Test
    void runsFromAVirtualThread() throws Exception {
        try (var sandbox = Guest.sandbox()) {
            var running = new FutureTask<>(() -> sandbox.run(Guest.handler("api.emit(1);")));
            Thread.ofVirtual().start(running);
            assertEquals("[1]", Guest.returned(running.get(20, TimeUnit.SECONDS)));
        }
    }

    @Test
    void refusesToRunAfterItWasClosed() throws Exception {
        var sandbox = Guest.sandbox();
        sandbox.close();
        sandbox.close();
        assertThrows(IllegalStateException.class, () -> sandbox.run(Guest.handler("")));

        var virtual =
                new FutureTask<>(() -> assertThrows(IllegalStateException.class, () -> sandbox.run(Guest.handler(""))));
        Thread.ofVirtual().start(virtual);
        virtual.get(20, TimeUnit.SECONDS);
    }

    private static void assertCancelled(GuestOutcome outcome) {
        assertInstanceOf(GuestOutcome.Cancelled.class, outcome, outcome::toString);
    }

    /** A guest that counts the latch down from inside, and then does as it is told. */
    private static Invocation signalling(CountDownLatch started, String body) {
        return Guest.with(Guest.handler("api.call('started', 0);\n" + body), "started", argument -> {
            started.countDown();
            return argument;
        });
    }
}
