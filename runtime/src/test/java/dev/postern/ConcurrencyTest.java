package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many flows at once, and one flow from many sides. */
final class ConcurrencyTest {

    private static final int FLOWS = 200;

    @Test
    void pausesAndResumesManyFlowsOnTwoThreads() throws Exception {
        try (var runtime = ActionsRuntime.builder().build();
                var pool = Executors.newFixedThreadPool(2)) {
            var flow = Flows.withChallenge();

            // When all have paused before the first goes on
            var paused = new ArrayList<FlowResult>();
            for (var started : pool.invokeAll(each(user -> runtime.start(flow, Flows.event("auth0|" + user))))) {
                paused.add(started.get());
            }
            var resumed = pool.invokeAll(each(user -> runtime.resume(
                    assertInstanceOf(FlowResult.Paused.class, paused.get(user)).resumeToken(),
                    new Resumption.Challenge(user % 2 == 0 ? Factor.OTP : Factor.PHONE, Flows.request()))));

            // Then each has its own user and factor
            for (var user = 0; user < FLOWS; user++) {
                var completed = assertInstanceOf(
                        FlowResult.Completed.class, resumed.get(user).get());
                var claims = completed.effects().idTokenClaims();
                assertEquals(TextNode.valueOf("auth0|" + user), claims.get("user"));
                assertEquals(TextNode.valueOf(user % 2 == 0 ? "otp" : "phone"), claims.get("mfa"));
            }
        }
    }

    @Test
    void hasOneWinnerWhereATokenIsUsedTwiceAtTheSameMoment() throws Exception {
        var sides = 4;
        try (var runtime = ActionsRuntime.builder().build();
                var pool = Executors.newFixedThreadPool(sides)) {
            for (var round = 0; round < 25; round++) {
                var token = assertInstanceOf(
                                FlowResult.Paused.class, runtime.start(Flows.withChallenge(), Flows.event("auth0|1")))
                        .resumeToken();
                var barrier = new CyclicBarrier(sides);
                Callable<FlowResult> resume = () -> {
                    barrier.await();
                    return runtime.resume(token, new Resumption.Challenge(Factor.OTP, Flows.request()));
                };
                var completed = 0;
                for (var side : pool.invokeAll(Collections.nCopies(sides, resume))) {
                    try {
                        assertInstanceOf(FlowResult.Completed.class, side.get());
                        completed++;
                    } catch (ExecutionException e) {
                        var refused = assertInstanceOf(ActionsException.class, e.getCause());
                        assertEquals(ErrorCode.SNAPSHOT_REPLAYED, refused.code());
                    }
                }
                assertEquals(1, completed);
            }
        }
    }

    @Test
    void holdsNoThreadWhileAFlowIsPaused() {
        try (var runtime = ActionsRuntime.builder().build()) {
            runtime.start(Flows.withChallenge(), Flows.event("auth0|0"));
            var before = Thread.activeCount();
            for (var user = 0; user < 50; user++) {
                assertInstanceOf(
                        FlowResult.Paused.class, runtime.start(Flows.withChallenge(), Flows.event("auth0|" + user)));
            }
            // The sandbox keeps a thread or two for the next execution.
            assertTrue(
                    Thread.activeCount() < before + 5, "threads before " + before + ", after " + Thread.activeCount());
        }
    }

    @Test
    void failsWhatRunsWhenTheRuntimeIsClosed() throws Exception {
        var closing = ActionsRuntime.builder().build();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var entered = new CyclicBarrier(2);
            var result = pool.submit(() -> {
                entered.await();
                return closing.start(Flows.of("for (;;) {}"), Flows.event("auth0|1"));
            });
            entered.await();
            closing.close();
            try {
                var failed = assertInstanceOf(FlowResult.Failed.class, result.get());
                assertEquals(ErrorCode.CANCELLED, failed.error().code());
            } catch (ExecutionException e) {
                // Closed before the Action began: refused, which lets nobody in either.
                assertInstanceOf(IllegalStateException.class, e.getCause());
            }
        }
    }

    private interface OfUser {
        FlowResult run(int user);
    }

    private static List<Callable<FlowResult>> each(OfUser work) {
        return IntStream.range(0, FLOWS)
                .<Callable<FlowResult>>mapToObj(user -> () -> work.run(user))
                .toList();
    }
}
