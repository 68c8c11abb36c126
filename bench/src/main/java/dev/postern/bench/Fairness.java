package dev.postern.bench;

import dev.postern.ActionsRuntime;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.Isolation;
import dev.postern.sandbox.WorkerSettings;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures a tenant's logins at a steady rate while it is alone, and while fifty callers of another tenant start costly
 * Actions as fast as they are answered, with the limits that tenants have by default. A login's time counts from when it was
 * due, so that one that is held up shows in those behind it.
 */
final class Fairness {

    private static final int CALLERS = 50;
    private static final int PER_SECOND = 20;
    private static final long PERIOD_NANOS = 1_000_000_000L / PER_SECOND;
    private static final int WARM_UP_SECONDS = 20;
    private static final int MEASURED_SECONDS = 30;

    /** A replacement in one of the measured times, and none in the other, would be all that is seen. */
    private static final int NEVER_REPLACED = 1_000_000;

    /** What the other tenant's Actions do: end at a limit, stay within all of them, or cost a worker. */
    private enum Storm {
        ENDLESS_LOOPS("for (;;) {}"),
        WORK_OF_100_MS("for (const end = Date.now() + 100; Date.now() < end; ) {}"),
        /** Less than what makes a flow costly by itself. */
        WORK_OF_40_MS("for (const end = Date.now() + 40; Date.now() < end; ) {}"),
        /** In process a thread goes on in each, which nothing can end. */
        HUGE_POWERS("3n ** 300000000n");

        private final String body;

        Storm(String body) {
            this.body = body;
        }

        Flow flow(String tenant) {
            var code = "exports.onExecutePostLogin = async () => { " + body + " };";
            return new Flow(Tenant.of(tenant), Trigger.POST_LOGIN, List.of(ActionVersion.of("busy.js", code)));
        }
    }

    /** What a caller that has been refused does before it tries again, as a client would. */
    private static final long PAUSE_NANOS = 10_000_000;

    private final PrintStream out;
    private final Event event = Event.parse(Login.resource("event.json"));

    private final Set<String> only;

    /** @param only the levels and storms to measure, by their names; all of a kind of which none is named */
    Fairness(PrintStream out, Set<String> only) {
        this.out = out;
        this.only = only;
    }

    void run() throws InterruptedException, ExecutionException {
        for (var isolation : Isolation.values()) {
            for (var storm : Storm.values()) {
                if (isAsked(isolation)
                        && isAsked(storm)
                        && (isolation == Isolation.PROCESS || storm != Storm.HUGE_POWERS)) {
                    measure(isolation, storm);
                }
            }
        }
    }

    private boolean isAsked(Enum<?> one) {
        var all = Arrays.stream(one.getDeclaringClass().getEnumConstants()).map(Enum::name);
        return all.noneMatch(only::contains) || only.contains(one.name());
    }

    private void measure(Isolation isolation, Storm storm) throws InterruptedException, ExecutionException {
        try (var runtime = ActionsRuntime.builder()
                        .withIsolation(isolation)
                        .withWorkers(WorkerSettings.defaults().withExecutions(NEVER_REPLACED))
                        .build();
                var login = new Login(runtime)) {
            warmUp(login);
            stormed(runtime, login, storm.flow("earlier"), WARM_UP_SECONDS);
            warmUp(login);
            var before = steady(login, MEASURED_SECONDS);
            var during = stormed(runtime, login, storm.flow("storm"), MEASURED_SECONDS);
            var after = steady(login, MEASURED_SECONDS);
            out.printf(
                    Locale.ROOT,
                    "%s, %s: quiet %s, storm %s, quiet again %s; %s%n",
                    isolation,
                    storm,
                    before,
                    during.times(),
                    after,
                    during.counts());
            out.printf(
                    Locale.ROOT,
                    "p99 in the storm %.2f times that of the quiet time before, %.2f times that of the one after%n",
                    during.times().p99() / before.p99(),
                    during.times().p99() / after.p99());
        }
    }

    private record Stormed(Times times, Map<Outcome, Integer> counts) {}

    private Stormed stormed(ActionsRuntime runtime, Login login, Flow storm, int seconds)
            throws InterruptedException, ExecutionException {
        var going = new AtomicBoolean(true);
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            var ended = Stream.generate(() -> callers.submit(() -> storm(runtime, storm, going)))
                    .limit(CALLERS)
                    .toList();
            var times = steady(login, seconds);
            going.set(false);
            var counts = new EnumMap<Outcome, Integer>(Outcome.class);
            for (var caller : ended) {
                caller.get().forEach((outcome, count) -> counts.merge(outcome, count, Integer::sum));
            }
            return new Stormed(times, counts);
        }
    }

    /** On a busy machine the first login may take longer than it may; that says nothing. */
    private static void warmUp(Login login) {
        var end = System.nanoTime() + WARM_UP_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            try {
                login.run();
            } catch (IllegalStateException e) {
                continue;
            }
            LockSupport.parkNanos(PAUSE_NANOS); // within the tenant's rate
        }
    }

    private enum Outcome {
        RUN,
        EXHAUSTED,
        BREAKER_OPEN
    }

    private Map<Outcome, Integer> storm(ActionsRuntime runtime, Flow storm, AtomicBoolean going) {
        var counts = new EnumMap<Outcome, Integer>(Outcome.class);
        while (going.get()) {
            try {
                runtime.start(storm, event);
                counts.merge(Outcome.RUN, 1, Integer::sum);
            } catch (ActionsException e) {
                counts.merge(
                        e.code() == ErrorCode.BREAKER_OPEN ? Outcome.BREAKER_OPEN : Outcome.EXHAUSTED, 1, Integer::sum);
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return counts;
    }

    private record Times(double median, double p99, double most) {
        static Times of(long[] nanos) {
            Arrays.sort(nanos);
            return new Times(Main.millis(nanos, 0.5), Main.millis(nanos, 0.99), Main.millis(nanos, 1));
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "p50 %.2f ms p99 %.2f ms most %.0f ms", median, p99, most);
        }
    }

    private static Times steady(Login login, int seconds) {
        var times = new long[seconds * PER_SECOND];
        var due = System.nanoTime();
        for (var i = 0; i < times.length; i++) {
            due += PERIOD_NANOS;
            for (var left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            login.run();
            times[i] = System.nanoTime() - due;
        }
        return Times.of(times);
    }
}
