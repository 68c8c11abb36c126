package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(300)
final class WorkerTest {

    private static final WorkerSettings ONE = WorkerSettings.defaults().withMost(1);

    private static final WorkerSettings SIX =
            WorkerSettings.defaults().withMost(6).withReady(1);

    @Test
    void killsAGuestThatCannotBeStopped() {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            var limits = Guest.LIMITS.withWallClock(Duration.ofMillis(500)).withAllocatedBytes(1L << 40);

            var exceeded = Guest.exceeded(
                    Limit.WALL_CLOCK,
                    sandbox.run(Guest.handler(
                            "console.log('before');\nArray.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
                            limits)));

            assertEquals("before", exceeded.console().getFirst().message());
            assertTrue(exceeded.usage().duration().toMillis() < 2000, () -> "took " + exceeded.usage());
            Guest.assertHealthy(sandbox);
        }
    }

    @Test
    void losesOneExecutionWithAWorkerThatDies() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            var started = new CountDownLatch(1);
            var running = new FutureTask<>(() -> sandbox.run(
                    Guest.with(Guest.handler("api.call('started', 0);\nfor (;;) {}"), "started", argument -> {
                        started.countDown();
                        return argument;
                    })));
            Thread.ofVirtual().start(running);
            assertTrue(started.await(60, TimeUnit.SECONDS));

            workers().forEach(ProcessHandle::destroyForcibly);

            assertInstanceOf(GuestOutcome.Died.class, running.get(20, TimeUnit.SECONDS));
            Guest.assertHealthy(sandbox);
        }
    }

    @Test
    void replacesAWorkerThatHasServedItsTime() {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE.withExecutions(1))) {
            Guest.assertHealthy(sandbox);
            var before = workers();
            Guest.assertHealthy(sandbox);
            var after = workers();
            after.retainAll(before);
            Guest.assertHealthy(sandbox);
            after.retainAll(workers());
            assertEquals(Set.of(), after);
        }
    }

    @Test
    void servesOneOwnerWithAWorkerAndOthersWithOthers() {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            var first = workers();
            Guest.assertHealthy(sandbox);
            assertEquals(first, workers());

            Guest.returned(sandbox.run(Guest.of("another", Guest.handler("api.emit(1);"))));

            var second = workers();
            second.retainAll(first);
            assertEquals(Set.of(), second);
        }
    }

    @Test
    void leavesRoomForOthersHoweverManyOneOwnerHas() throws Exception {
        try (var sandbox = Sandbox.inWorkers(
                        Platform.none(), WorkerSettings.defaults().withMost(3).withReady(1));
                var held = new Held(sandbox, "greedy", 6)) {
            assertTrue(held.started.tryAcquire(2, 60, TimeUnit.SECONDS));

            Guest.returned(sandbox.run(Guest.of("another", Guest.handler("api.emit(1);"))));

            assertFalse(held.started.tryAcquire(100, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void saysThatItIsOverloadedWhereNoWorkerIsFreeInTime() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE);
                var held = new Held(sandbox, "owner", 1)) {
            assertTrue(held.started.tryAcquire(60, TimeUnit.SECONDS));

            var limits = Guest.LIMITS.withWallClock(Duration.ofMillis(200));
            assertInstanceOf(GuestOutcome.Overloaded.class, sandbox.run(Guest.handler("", limits)));
        }
    }

    @Test
    void keepsNobodyWaitingForWorkersThatAnotherCosts() throws Exception {
        try (var sandbox = Sandbox.inWorkers(
                        Platform.none(), WorkerSettings.defaults().withMost(2).withReady(1));
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            Guest.assertHealthy(sandbox);
            costsAWorker(sandbox);
            var waits = new CountDownLatch(1);
            var next = callers.submit(() -> sandbox.run(Guest.of("wasteful", startedBy(waits))));

            for (var i = 0; i < 10; i++) {
                Guest.assertHealthy(sandbox);
            }

            assertEquals(1, waits.getCount());
            Guest.returned(next.get(60, TimeUnit.SECONDS));
        }
    }

    @Test
    void keepsOneReadyForThoseWhoHaveCostNone() throws Exception {
        try (var sandbox = Sandbox.inWorkers(
                Platform.none(), WorkerSettings.defaults().withMost(4).withReady(2))) {
            Guest.assertHealthy(sandbox);
            var known = workers();
            while (known.size() < 3) {
                known = workers();
            }
            costsAWorker(sandbox);
            while (known.containsAll(workers())) {
                Thread.onSpinWait(); // until one more starts, before which the last one has become ready
            }
            var waits = new CountDownLatch(1);
            var next = new FutureTask<>(() -> sandbox.run(Guest.of("wasteful", startedBy(waits))));
            var caller = Thread.ofPlatform().start(next);
            while (caller.getState() != Thread.State.TIMED_WAITING && !next.isDone()) {
                Thread.onSpinWait();
            }

            Guest.returned(sandbox.run(Guest.of("another", Guest.handler("api.emit(1);"))));

            assertEquals(1, waits.getCount());
            Guest.returned(next.get(60, TimeUnit.SECONDS));
        }
    }

    private static void costsAWorker(Sandbox sandbox) {
        var exceeded = sandbox.run(Guest.of(
                "wasteful",
                Guest.handler("for (const all = []; ; ) all.push({});", Guest.LIMITS.withAllocatedBytes(50_000_000))));
        Guest.exceeded(Limit.ALLOCATED_BYTES, exceeded);
    }

    private static Invocation startedBy(CountDownLatch latch) {
        return Guest.with(Guest.handler("api.call('started', 0);"), "started", argument -> {
            latch.countDown();
            return argument;
        });
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasNothingOfTheHostsEnvironmentAndNoFilesButItsClasses() throws IOException {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            for (var worker : workers()) {
                var proc = Path.of("/proc", Long.toString(worker.pid()));
                var environment = Files.readString(proc.resolve("environ"));
                assertTrue(environment.matches("LC_ALL=C.UTF-8\0(PWD=/\0)?"), environment);
                assertEquals(Path.of("/"), proc.resolve("cwd").toRealPath());
                var status = Files.readString(proc.resolve("status"));
                assertTrue(status.contains("NoNewPrivs:\t1"), status);
                var limits = Files.readString(proc.resolve("limits"));
                assertTrue(
                        Pattern.compile("Max file size +0 +0 ").matcher(limits).find(), limits);
                assertTrue(
                        Pattern.compile("Max core file size +0 +0 ")
                                .matcher(limits)
                                .find(),
                        limits);
                try (var open = Files.list(proc.resolve("fd"))) {
                    for (var file : (Iterable<Path>) open::iterator) {
                        var target = Files.readSymbolicLink(file).toString();
                        assertTrue(
                                target.matches("/dev/(null|u?random)|.*\\.(jar|archive)|.*/lib/modules|[a-z_]+:.*"),
                                target);
                    }
                }
            }
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void seesTheFilesOfTheEngineAndNoProcessButItsOwn() throws Exception {
        assumeTrue(bubblewrapWorks());
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            for (var worker : workers()) {
                var proc = Path.of("/proc", Long.toString(worker.pid()));
                assertFalse(Files.exists(proc.resolve("root/etc/passwd")));
                assertFalse(Files.exists(proc.resolve("root/proc").resolve(Long.toString(worker.pid()))));
                assertTrue(Files.exists(proc.resolve("root/usr/lib")));
                assertFalse(Files.exists(proc.resolve("root/usr/share")));
                assertTrue(Pattern.compile("NSpid:\t\\d+\t2\n")
                        .matcher(Files.readString(proc.resolve("status")))
                        .find());
            }
        }
    }

    private static boolean bubblewrapWorks() throws InterruptedException {
        try {
            return new ProcessBuilder("bwrap", "--ro-bind", "/", "/", "--unshare-pid", "--unshare-net", "true")
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // it is not installed
        }
    }

    @Test
    void leavesNoProcessAndNoFileWhenItIsClosed() throws Exception {
        var folders = folders();
        var sandbox = Sandbox.inWorkers(Platform.none(), ONE);
        Guest.assertHealthy(sandbox);
        var workers = workers();
        assertFalse(workers.isEmpty());

        sandbox.close();

        for (var worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
        while (!folders.containsAll(folders())) {
            Thread.onSpinWait();
        }
    }

    @Test
    void deletesWhatAServerThatWasKilledHasLeft() throws IOException {
        var left = Files.createTempDirectory("postern-workers0-");
        Files.createFile(left.resolve("lock"));
        var unknown = Files.createTempDirectory("postern-workers0-");
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            assertFalse(Files.exists(left));
            assertTrue(Files.exists(unknown));
        } finally {
            Files.delete(unknown);
        }
    }

    private static Set<Path> folders() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("postern-workers"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void putsAWorkerBehindOthersWhileItsGuestsCompute() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            Guest.assertHealthy(sandbox);
            var worker = workers().iterator().next();
            assumeTrue(Files.exists(autogroup(worker)), "the kernel shares nothing among sessions");
            assertServes(sandbox, worker);

            var computes = Guest.handler(
                    "for (const end = Date.now() + 3000; Date.now() < end; ) {}",
                    Guest.LIMITS.withAllocatedBytes(Long.MAX_VALUE));
            var computing = new FutureTask<>(() -> sandbox.run(computes));
            Thread.ofVirtual().start(computing);
            while (!computing.isDone() && !priority(worker).equals("19")) {
                Thread.sleep(20);
            }
            assertEquals("19", priority(worker));
            Guest.returned(computing.get(60, TimeUnit.SECONDS));

            assertServes(sandbox, worker);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void putsTheWorkersBehindOthersWhoseOwnersGuestsAreShortAndComputeMuchTogether() throws Exception {
        assumeTrue(Files.exists(autogroup(ProcessHandle.current())), "the kernel shares nothing among sessions");
        var callers = Runtime.getRuntime().availableProcessors() / 3 + 1;
        var settings = WorkerSettings.defaults().withMost(callers + 1).withReady(1);
        try (var sandbox = Sandbox.inWorkers(Platform.none(), settings);
                var threads = Executors.newFixedThreadPool(callers)) {
            Callable<Void> serves = () -> {
                for (var run = 0; run < 5; run++) {
                    Guest.assertHealthy(sandbox);
                }
                return null;
            };
            for (var call : threads.invokeAll(Collections.nCopies(callers, serves))) {
                call.get();
            }
            assertTrue(behind() <= 1, "more than the one that starts or waits for its first owner");

            var isBehind = new AtomicBoolean();
            Callable<Void> computes = () -> {
                for (var run = 0; run < 500 && !isBehind.get(); run++) {
                    Guest.returned(
                            sandbox.run(Guest.handler("for (const end = Date.now() + 30; Date.now() < end; ) {}")));
                    isBehind.compareAndSet(false, behind() > 1);
                }
                return null;
            };
            for (var call : threads.invokeAll(Collections.nCopies(callers, computes))) {
                call.get();
            }
            assertTrue(isBehind.get());
        }
    }

    @Test
    void givesWhoComputesMuchAQuarterOfTheWorkersWhileOthersAreThere() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), SIX)) {
            Guest.returned(sandbox.run(Guest.of("another", Guest.handler("api.emit(1);"))));
            costsAWorker(sandbox);

            try (var held = new Held(sandbox, "wasteful", 2)) {
                assertTrue(held.started.tryAcquire(60, TimeUnit.SECONDS));
                assertFalse(held.started.tryAcquire(5, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void givesWhoComputesMuchMoreWhereNobodyElseIsThere() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), SIX)) {
            costsAWorker(sandbox);

            try (var held = new Held(sandbox, "wasteful", 2)) {
                assertTrue(held.started.tryAcquire(2, 19, TimeUnit.SECONDS));
            }
        }
    }

    @Test
    void givesMoreToOneThatWaitsForMostOfTheTime() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), SIX)) {
            Guest.returned(sandbox.run(Guest.of("another", Guest.handler("api.emit(1);"))));
            costsAWorker(sandbox);
            for (var run = 0; run < 10; run++) {
                Guest.returned(sandbox.run(Guest.of(
                        "wasteful", Guest.handler("await new Promise((resolve) => setTimeout(resolve, 300));"))));
            }

            try (var held = new Held(sandbox, "wasteful", 2)) {
                assertTrue(held.started.tryAcquire(2, 19, TimeUnit.SECONDS));
            }
        }
    }

    /** Executions that take a worker each until this is closed. */
    private static final class Held implements AutoCloseable {
        private final Semaphore started = new Semaphore(0);
        private final CountDownLatch held = new CountDownLatch(1);
        private final List<CompletableFuture<GuestOutcome>> running;

        Held(Sandbox sandbox, String owner, int executions) {
            running = Stream.generate(() -> CompletableFuture.supplyAsync(
                            () -> sandbox.run(Guest.of(owner, Guest.held(started, held))), Thread::startVirtualThread))
                    .limit(executions)
                    .toList();
        }

        @Override
        public void close() {
            held.countDown();
            running.forEach(
                    one -> Guest.returned(one.orTimeout(20, TimeUnit.SECONDS).join()));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void putsAWorkerOfWhomNothingIsKnownBehindOthersAndFurtherOneWhoseOwnerHasCostAnother() throws Exception {
        try (var sandbox = Sandbox.inWorkers(Platform.none(), ONE)) {
            assumeTrue(Files.exists(autogroup(ProcessHandle.current())), "the kernel shares nothing among sessions");
            for (var first = 0; first < 3; first++) {
                assertEquals("5", priorityOfTheOneThatRuns(sandbox));
            }
            assertEquals("0", priorityOfTheOneThatRuns(sandbox));

            Guest.exceeded(
                    Limit.WALL_CLOCK,
                    sandbox.run(Guest.handler(
                            "Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);",
                            Guest.LIMITS.withWallClock(Duration.ofMillis(500)).withAllocatedBytes(1L << 40))));

            assertEquals("19", priorityOfTheOneThatRuns(sandbox));
        }
    }

    private static String priorityOfTheOneThatRuns(Sandbox sandbox) {
        var seen = new AtomicReference<String>();
        Guest.returned(sandbox.run(Guest.with(Guest.handler("return api.call('started', 0);"), "started", argument -> {
            try {
                seen.set(priority(workers().iterator().next()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return argument;
        })));
        return seen.get();
    }

    /** That short executions bring it before others again, after some seconds. */
    private static void assertServes(Sandbox sandbox, ProcessHandle worker) throws Exception {
        for (var tries = 0; tries < 100 && !priority(worker).equals("0"); tries++) {
            Thread.sleep(100);
            Guest.assertHealthy(sandbox);
        }
        assertEquals("0", priority(worker));
    }

    private static long behind() throws IOException {
        var behind = 0;
        for (var worker : workers()) {
            if (Files.exists(autogroup(worker)) && priority(worker).equals("19")) {
                behind++;
            }
        }
        return behind;
    }

    private static Path autogroup(ProcessHandle worker) {
        return Path.of("/proc", Long.toString(worker.pid()), "autogroup");
    }

    /** As Linux counts, of the worker's session. */
    private static String priority(ProcessHandle worker) throws IOException {
        return Files.readString(autogroup(worker)).replaceFirst(".* nice ", "").strip();
    }

    private static Set<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("/java")
                        && process.info().commandLine().orElse("").endsWith(WorkerMain.class.getName()))
                .collect(Collectors.toSet());
    }
}
