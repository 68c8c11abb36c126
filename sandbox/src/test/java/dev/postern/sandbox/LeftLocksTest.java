package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Locks that stay locked by a guest's thread, as the engine's do where a stack ends in them. Which of its own a guest can
 * leave so depends on the engine: the attacks of group 25 do it.
 */
@Timeout(120)
@SuppressWarnings("LockNotBeforeTry") // that is what they are about
final class LeftLocksTest {

    private final ReentrantLock lock = new ReentrantLock();
    private final CountDownLatch left = new CountDownLatch(1);

    /** A host function that leaves it locked, twice as a recursion would. */
    private Invocation leaves(String rest) {
        return Guest.with(Guest.handler("api.call('leave', 0);\n" + rest), "leave", argument -> {
            lock.lock();
            lock.lock();
            left.countDown();
            return argument;
        });
    }

    private Invocation needs() {
        var needs = Guest.with(Guest.handler("api.emit(api.call('need', 7));"), "need", argument -> {
            lock.lock();
            lock.unlock();
            return argument;
        });
        return Guest.of("other", needs);
    }

    @Test
    void areUnlockedForOthersOnceTheGuestHasEnded() {
        try (var sandbox = Sandbox.inProcess(Platform.none())) {
            Guest.returned(sandbox.run(leaves("")));
            assertTrue(lock.isLocked());

            // The first of them may be on the very thread that has it.
            for (var i = 0; i < 4; i++) {
                assertTrue(Guest.returned(sandbox.run(needs())).contains("7"));
            }
        }
    }

    @Test
    void areUnlockedForOthersWhileTheGuestWaits() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> sandbox.run(leaves("await new Promise((go) => setTimeout(go, 5000));")));
            assertTrue(left.await(30, TimeUnit.SECONDS));

            Guest.returned(sandbox.run(needs()));

            Guest.returned(first.get(30, TimeUnit.SECONDS));
        }
    }

    @Test
    void endTheGuestThatGoesOnWhileOthersWait() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> sandbox.run(leaves("for (;;) {}")));
            assertTrue(left.await(30, TimeUnit.SECONDS));

            Guest.returned(sandbox.run(needs()));

            Guest.exceeded(Limit.ENGINE_LOCK, first.get(30, TimeUnit.SECONDS));
        }
    }

    /** Neither comes to unlock what it has. Each pair holds two threads for good, more than may compute so. */
    @Test
    void costNothingButTheirGuestsWhereTheseWaitForEachOther() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pair = 0; pair < GuestThreads.MOST_QUARANTINED; pair++) {
                var engine = ((PolyglotSandbox) sandbox).contexts();
                var one = new ReentrantLock();
                var other = new ReentrantLock();
                var bothHaveOne = new CyclicBarrier(2);
                var first = callers.submit(() -> sandbox.run(leavesAndNeeds("first", one, other, bothHaveOne)));
                var second = callers.submit(() -> sandbox.run(leavesAndNeeds("second", other, one, bothHaveOne)));

                Guest.exceeded(Limit.ENGINE_LOCK, first.get(60, TimeUnit.SECONDS));
                Guest.exceeded(Limit.ENGINE_LOCK, second.get(60, TimeUnit.SECONDS));
                while (((PolyglotSandbox) sandbox).contexts() == engine) {
                    Thread.sleep(5); // what follows has another engine
                }
                Guest.assertHealthy(sandbox);
            }
        }
    }

    /** A guest that is only held up by one that keeps a lock is not to blame. */
    @Test
    void endTheGuestThatHasThemAndNotOneThatWaitsForIt() throws Exception {
        try (var sandbox = Sandbox.inProcess(Platform.none());
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var own = new ReentrantLock();
            var hasOwn = new CountDownLatch(1);
            var keeps = callers.submit(() -> sandbox.run(leaves("for (;;) {}")));
            assertTrue(left.await(30, TimeUnit.SECONDS));
            var isHeldUp = Guest.with(Guest.handler("api.emit(api.call('need', 7));"), "need", argument -> {
                own.lock();
                hasOwn.countDown();
                lock.lock();
                lock.unlock();
                own.unlock();
                return argument;
            });
            var heldUp = callers.submit(() -> sandbox.run(Guest.of("held up", isHeldUp)));
            assertTrue(hasOwn.await(30, TimeUnit.SECONDS));
            var needsOwn = Guest.with(Guest.handler("api.call('need', 7);"), "need", argument -> {
                own.lock();
                own.unlock();
                return argument;
            });

            Guest.returned(sandbox.run(Guest.of("last", needsOwn)));

            Guest.exceeded(Limit.ENGINE_LOCK, keeps.get(30, TimeUnit.SECONDS));
            assertEquals("[7]", Guest.returned(heldUp.get(30, TimeUnit.SECONDS)));
        }
    }

    private static Invocation leavesAndNeeds(
            String owner, ReentrantLock left, ReentrantLock needed, CyclicBarrier bothHaveOne) {
        var guest = Guest.with(Guest.handler("api.call('lock', 0);"), "lock", argument -> {
            left.lock();
            try {
                bothHaveOne.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
            needed.lock();
            return argument;
        });
        return Guest.of(owner, guest);
    }
}
