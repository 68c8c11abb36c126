package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.Secrets;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Limit;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.Usage;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.tenant.TenantLimits;
import dev.postern.tenant.TenantLimitsSource;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a tenant may take of a server, seen by the host. Time stands still unless a test lets it pass. */
@Timeout(60)
final class TenantFairnessTest {

    private static final Tenant ACME = Tenant.of("acme");
    private static final Tenant QUIET = Tenant.of("quiet");
    private static final String ENDLESS = "for (;;) {}";

    private final AtomicLong nanos = new AtomicLong(-5); // as System.nanoTime may be
    private final AtomicReference<TenantLimits> limits = new AtomicReference<>(TenantLimits.defaults());
    private final Gate gate = new Gate();
    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withTenantLimits(tenant -> limits.get())
            .withNanoTime(nanos::get)
            .withLimits(Limits.defaults().withStatements(10_000))
            .withSecrets((tenant, action) -> gate.pass())
            .build();

    @AfterEach
    void close() throws InterruptedException {
        gate.open();
        runtime.close();
    }

    private FlowResult start(Tenant tenant, String body) {
        return runtime.start(Flows.of(tenant, body), Flows.event("auth0|1"));
    }

    private void completes(Tenant tenant) {
        assertInstanceOf(FlowResult.Completed.class, start(tenant, ""));
    }

    private void reachesALimit() {
        var failed = assertInstanceOf(FlowResult.Failed.class, start(ACME, ENDLESS));
        assertEquals(ErrorCode.STATEMENT_LIMIT, failed.error().code());
    }

    private void isRefused(ErrorCode code, String message) {
        var refused = assertThrows(ActionsException.class, () -> start(ACME, ""));
        assertEquals(message, refused.getMessage());
        assertEquals(code, refused.code());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Nested
    class Rate {

        @Test
        void refusesMoreThanABurstAndLetsAsManyInAsTimeHasBroughtBack() {
            limits.set(TenantLimits.defaults().withRate(4, 2));
            completes(ACME);
            completes(ACME);
            isRefused(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "tenant 'acme': more flows start or go on than the 4 a second and 2 at one moment that are allowed; try"
                            + " again in 250 ms, or raise the tenant's limits. A paused login still waits");
            completes(QUIET);

            pass(Duration.ofMillis(250));
            completes(ACME);
            assertThrows(ActionsException.class, () -> start(ACME, ""));

            pass(Duration.ofHours(1));
            completes(ACME);
            completes(ACME);
            assertThrows(ActionsException.class, () -> start(ACME, ""));
        }

        @Test
        void leavesALoginWaitingWhoseResumeIsRefused() {
            limits.set(TenantLimits.defaults().withRate(1, 1));
            var paused = assertInstanceOf(
                    FlowResult.Paused.class, runtime.start(Flows.withChallenge(), Flows.event("auth0|1")));
            var answer = new Resumption.Challenge(Factor.OTP, Flows.request());

            var refused = assertThrows(ActionsException.class, () -> runtime.resume(paused.resumeToken(), answer));
            assertEquals(ErrorCode.RESOURCE_EXHAUSTED, refused.code());

            pass(Duration.ofSeconds(1));
            assertInstanceOf(FlowResult.Completed.class, runtime.resume(paused.resumeToken(), answer));
        }

        @Test
        void followsAChangeOfTheLimits() {
            limits.set(TenantLimits.defaults().withRate(1, 1));
            completes(ACME);
            assertThrows(ActionsException.class, () -> start(ACME, ""));
            limits.set(TenantLimits.none());
            for (var flow = 0; flow < 20; flow++) {
                completes(ACME);
            }
        }
    }

    @Nested
    class CpuTime {

        @Test
        void isMissingAfterAnActionThatOverdrewItUntilAMinuteHasPassed() {
            limits.set(TenantLimits.defaults().withCpuPerMinute(Duration.ofNanos(1000)));
            completes(ACME);
            isRefused(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "tenant 'acme': the Actions have used more than their 1 ms of CPU time a minute; find the Action that"
                            + " computes so long; try again in 60 s, or raise the tenant's limits. A paused login still waits");
            completes(QUIET);

            pass(Duration.ofSeconds(59));
            assertThrows(ActionsException.class, () -> start(ACME, ""));
            pass(Duration.ofSeconds(1));
            completes(ACME);
        }
    }

    @Nested
    class TheBreaker {

        TheBreaker() {
            limits.set(TenantLimits.defaults().withBreaker(2, Duration.ofSeconds(30)));
        }

        @Test
        void opensAfterFlowsInARowThatReachALimit() {
            reachesALimit();
            reachesALimit();
            pass(Duration.ofSeconds(10));
            isRefused(
                    ErrorCode.BREAKER_OPEN,
                    "tenant 'acme': 2 flows in a row have reached a limit, so none is run; find the Action that takes so"
                            + " much; one flow is tried in 20 s, or raise the tenant's limits. A paused login still waits");
            completes(QUIET);
        }

        @Test
        void staysClosedWhereAFlowBetweenThemEndsWellOrThrows() {
            reachesALimit();
            completes(ACME);
            reachesALimit();
            assertInstanceOf(FlowResult.Failed.class, start(ACME, "throw new Error('no');"));
            reachesALimit();
            completes(ACME);
        }

        @Test
        void closesWhenTheFlowThatItTriesEndsWell() {
            reachesALimit();
            reachesALimit();
            pass(Duration.ofSeconds(30));
            completes(ACME);
            reachesALimit();
            completes(ACME);
        }

        @Test
        void opensAgainWhenTheFlowThatItTriesReachesALimit() {
            reachesALimit();
            reachesALimit();
            pass(Duration.ofSeconds(30));
            reachesALimit();
            assertThrows(ActionsException.class, () -> start(ACME, ""));
            pass(Duration.ofSeconds(30));
            completes(ACME);
        }

        @Test
        void triesOneFlowAtATime() throws InterruptedException {
            limits.set(limits.get().withFlowsAtOnce(2, 2));
            reachesALimit();
            reachesALimit();
            pass(Duration.ofSeconds(30));
            gate.hold(() -> completes(ACME));
            isRefused(
                    ErrorCode.BREAKER_OPEN,
                    "tenant 'acme': 2 flows in a row have reached a limit, so none is run; one flow is being tried; try"
                            + " again when it has ended, or raise the tenant's limits. A paused login still waits");
            gate.open();
            completes(ACME);
        }

        @Test
        void triesAnotherFlowWhereTheOneTriedDidNotRun() {
            reachesALimit();
            reachesALimit();
            pass(Duration.ofSeconds(30));
            gate.failOnce();
            assertThrows(IllegalStateException.class, () -> start(ACME, ""));
            completes(ACME);
        }

        @Test
        void countsAFlowOfManyActionsOnce() {
            var flow = Flows.of(ACME, Trigger.POST_USER_REGISTRATION, ENDLESS, ENDLESS, ENDLESS);
            var event = Flows.merged(flow.trigger(), Case.MAPPER.createObjectNode());
            assertInstanceOf(FlowResult.Completed.class, runtime.start(flow, event));
            completes(ACME);
        }
    }

    @Nested
    class Turns {

        Turns() {
            limits.set(TenantLimits.defaults().withFlowsAtOnce(1, 1));
        }

        @Test
        void areRefusedAfterTheWait() throws InterruptedException {
            limits.set(limits.get().withLongestWait(Duration.ofMillis(1)));
            gate.hold(() -> completes(ACME));
            isRefused(
                    ErrorCode.RESOURCE_EXHAUSTED,
                    "tenant 'acme': no flow ended in 1 ms to make room for this one, and 1 may run at once now; try again"
                            + " later, or raise the tenant's limits. A paused login still waits");
            completes(QUIET);
        }

        @Test
        void comeInTheOrderTheyWereAskedFor() throws InterruptedException {
            limits.set(limits.get().withLongestWait(Duration.ofMinutes(1)).withFlowsAtOnce(1, 3));
            var waiting = new ArrayList<Thread>();
            gate.hold(() -> start(ACME, ENDLESS)); // endless as all of them, so that no second turn is earned
            for (var i = 0; i < 3; i++) {
                waiting.add(waits(() -> start(ACME, ENDLESS)));
            }
            var refused = assertThrows(ActionsException.class, () -> start(ACME, ""));
            assertTrue(String.valueOf(refused.getMessage())
                    .contains("as many flows wait for their turn as are allowed, 3"));
            gate.open();
            for (var thread : waiting) {
                thread.join();
            }
            assertEquals(waiting, gate.passed());
        }

        @Test
        void endTheirWaitWhenTheThreadIsInterrupted() throws InterruptedException {
            limits.set(limits.get().withLongestWait(Duration.ofMinutes(1)));
            gate.hold(() -> completes(ACME));
            var refused = new AtomicReference<ActionsException>();
            var thread = waits(() -> {
                refused.set(assertThrows(ActionsException.class, () -> start(ACME, "")));
                assertTrue(Thread.currentThread().isInterrupted());
            });
            thread.interrupt();
            thread.join();
            assertEquals(ErrorCode.CANCELLED, refused.get().code());
        }

        @Test
        void endTheirWaitWhenTheRuntimeIsClosed() throws InterruptedException {
            limits.set(limits.get().withLongestWait(Duration.ofMinutes(1)));
            gate.hold(() -> assertThrows(RuntimeException.class, () -> completes(ACME)));
            var refused = new AtomicReference<IllegalStateException>();
            var thread = waits(() -> refused.set(assertThrows(IllegalStateException.class, () -> start(ACME, ""))));
            runtime.close();
            thread.join();
            assertEquals("the runtime is closed", refused.get().getMessage());
        }

        @Test
        void becomeMoreWithFlowsThatTakeLittleAndFewAgainWithOneThatReachesALimit() throws InterruptedException {
            limits.set(limits.get().withFlowsAtOnce(1, 2).withLongestWait(Duration.ZERO));
            completes(ACME);
            gate.hold(() -> completes(ACME));
            reachesALimit();
            assertThrows(ActionsException.class, () -> start(ACME, ""));
            gate.open();
            completes(ACME);
        }
    }

    /** What no Action does at will. */
    @Nested
    class Outcomes {

        private final Fairness fairness = new Fairness(tenant -> limits.get(), nanos::get);

        private void run(GuestOutcome outcome) {
            try (var turn = fairness.admit(ACME.id())) {
                turn.ran(outcome);
            }
        }

        private static Usage cpu(int millis) {
            return new Usage(Duration.ofSeconds(1), Duration.ofMillis(millis), 0);
        }

        @Test
        void thatTookHalfASecondOfCpuTimeLeaveFewTurns() {
            limits.set(TenantLimits.defaults().withFlowsAtOnce(1, 2).withLongestWait(Duration.ZERO));
            run(new GuestOutcome.Returned("", List.of(), cpu(499)));
            var first = fairness.admit(ACME.id());
            run(new GuestOutcome.Returned("", List.of(), cpu(500)));
            assertThrows(ActionsException.class, () -> fairness.admit(ACME.id()));
            first.close();
            fairness.admit(ACME.id()).close();
        }

        @Test
        void thatComputedWithoutWaitingLeaveFewTurnsAfterATwentiethOfASecond() {
            limits.set(TenantLimits.defaults().withFlowsAtOnce(1, 2).withLongestWait(Duration.ZERO));
            var waited = new Usage(Duration.ofMillis(101), Duration.ofMillis(50), 0);
            var computed = new Usage(Duration.ofMillis(100), Duration.ofMillis(50), 0);
            run(new GuestOutcome.Returned("", List.of(), waited));
            var first = fairness.admit(ACME.id());
            run(new GuestOutcome.Returned("", List.of(), computed));
            assertThrows(ActionsException.class, () -> fairness.admit(ACME.id()));
            first.close();
        }

        @Test
        void thatTogetherComputeMoreThanTheTenantHasForLongLeaveFewTurns() {
            limits.set(TenantLimits.defaults()
                    .withFlowsAtOnce(1, 2)
                    .withLongestWait(Duration.ZERO)
                    .withCpuPerMinute(Duration.ofMinutes(1)));
            var waited = new Usage(Duration.ofMillis(41), Duration.ofMillis(20), 0);
            var computed = new Usage(Duration.ofMillis(40), Duration.ofMillis(40), 0);
            for (var i = 0; i < 6; i++) {
                run(new GuestOutcome.Returned("", List.of(), computed));
            }
            var first = fairness.admit(ACME.id());
            run(new GuestOutcome.Returned("", List.of(), waited));
            run(new GuestOutcome.Overloaded(Usage.none()));
            run(new GuestOutcome.Returned("", List.of(), computed));
            assertThrows(ActionsException.class, () -> fairness.admit(ACME.id()));
            first.close();

            pass(Duration.ofSeconds(1));
            run(new GuestOutcome.Returned("", List.of(), computed));
            var again = fairness.admit(ACME.id());
            fairness.admit(ACME.id()).close();
            again.close();
        }

        @Test
        void ofALostWorkerOpenTheBreakerAndThoseOfAFullServerDoNot() {
            limits.set(TenantLimits.defaults().withBreaker(2, Duration.ofSeconds(1)));
            for (var i = 0; i < 5; i++) {
                run(new GuestOutcome.Overloaded(Usage.none()));
                run(new GuestOutcome.Cancelled(List.of(), Usage.none()));
                run(new GuestOutcome.LimitExceeded(Limit.OUTPUT_CHARS, 1, List.of(), Usage.none()));
            }
            run(new GuestOutcome.Died(List.of(), Usage.none()));
            run(new GuestOutcome.Died(List.of(), Usage.none()));
            var refused = assertThrows(ActionsException.class, () -> fairness.admit(ACME.id()));
            assertEquals(ErrorCode.BREAKER_OPEN, refused.code());
        }

        @Test
        void overdrawTheCpuTimeByAMinuteAtMost() {
            limits.set(TenantLimits.defaults().withCpuPerMinute(Duration.ofMillis(600)));
            run(new GuestOutcome.Returned("", List.of(), cpu(600)));
            run(new GuestOutcome.Returned("", List.of(), cpu(60_000)));
            pass(Duration.ofSeconds(59));
            assertThrows(ActionsException.class, () -> fairness.admit(ACME.id()));
            pass(Duration.ofSeconds(1));
            fairness.admit(ACME.id()).close();
        }
    }

    @Nested
    class Memory {

        @Test
        void forgetsTenantsThatAreIdle() {
            try (var fairness = new Fairness(tenant -> TenantLimits.defaults(), nanos::get)) {
                for (var i = 0; i < 1000; i++) {
                    fairness.admit(TenantId.of("tenant-" + i)).close();
                }
                assertEquals(1000, fairness.tenants());
                pass(Duration.ofMinutes(9));
                fairness.admit(TenantId.of("tenant-0")).close();
                pass(Duration.ofMinutes(2));
                assertEquals(1, fairness.tenants());
            }
        }

        @Test
        void holdsNothingOfTenantsWithoutLimits() {
            TenantLimitsSource none = tenant -> TenantLimits.none();
            try (var fairness = new Fairness(none, nanos::get)) {
                for (var i = 0; i < 2_000_000; i++) {
                    fairness.admit(ACME.id()).close();
                }
                assertEquals(0, fairness.tenants());
            }
        }
    }

    private static Thread waits(Runnable work) {
        var thread = Thread.ofPlatform().start(work);
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return thread;
    }

    /** Keeps a flow that has its turn from going on. */
    private static final class Gate {
        private final CountDownLatch opened = new CountDownLatch(1);
        private final CountDownLatch reached = new CountDownLatch(1);
        private final List<Thread> passed = new CopyOnWriteArrayList<>();
        private volatile @Nullable Thread held;
        private volatile boolean failing;

        Secrets pass() {
            if (failing) {
                failing = false;
                throw new IllegalStateException("the secrets cannot be read");
            }
            if (Thread.currentThread() == held) {
                reached.countDown();
                try {
                    opened.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            } else if (!passed.contains(Thread.currentThread())) {
                passed.add(Thread.currentThread());
            }
            return Secrets.none();
        }

        void hold(Runnable work) throws InterruptedException {
            var thread = Thread.ofPlatform().unstarted(work);
            held = thread;
            thread.start();
            reached.await();
        }

        /** The threads of the flows that were not held, in the order of their turns. */
        List<Thread> passed() {
            return passed;
        }

        void failOnce() {
            failing = true;
        }

        /** Waits for the end of the flow that was held. */
        void open() throws InterruptedException {
            opened.countDown();
            var thread = held;
            if (thread != null) {
                thread.join();
            }
        }
    }
}
