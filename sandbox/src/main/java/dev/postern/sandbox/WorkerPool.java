package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Worker processes, started ahead of need by a thread of its own. One that has run code of an owner serves no other, and
 * ends when its room is needed for one who has none. No owner has so many that none could be ready for the others, and one
 * whose guests compute much grows to a quarter of all while others are there; where several wait, those come first who have
 * the fewest. Whoever has cost a worker by its guest waits for another behind all others for a while: a start takes seconds
 * of a processor, and guests can end a worker faster than that.
 */
final class WorkerPool implements AutoCloseable {

    private static final Logger LOG = System.getLogger(WorkerPool.class.getName());
    private static final int MOST_FAILURES = 3;
    private static final long LONGEST_PAUSE_SECONDS = 30;
    private static final long LOOK_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** The part of the workers that an owner has enough with that computes much. */
    private static final int A_QUARTER = 4;

    private final WorkerLaunch launch;
    private final Platform platform;
    private final WorkerSettings settings;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition forStarter = lock.newCondition();
    private final Condition isReady = lock.newCondition();
    private final Deque<WorkerProcess> fresh = new ArrayDeque<>();

    /** Waiting for their owner, the one that was used last at the end. */
    private final Deque<WorkerProcess> idle = new ArrayDeque<>();

    private final Set<WorkerProcess> busy = new HashSet<>();

    /** Those who have asked and got nothing yet, in the order they asked. */
    private final List<Waiter> waiters = new ArrayList<>();

    private final Map<String, WorkerOwner> owners = new HashMap<>();

    private final Thread starter;
    private @Nullable IOException failure;
    private boolean closed;
    private volatile @Nullable Script bootstrap; // the last one that was asked for

    WorkerPool(WorkerLaunch launch, Platform platform, WorkerSettings settings) {
        this.launch = launch;
        this.platform = platform;
        this.settings = settings;
        this.starter = Thread.ofPlatform().daemon().name("postern-workers").start(this::keepReady);
    }

    /** Who waits for a worker. */
    private final class Waiter {
        private final WorkerOwner owner;
        private final Condition turn = lock.newCondition();
        private @Nullable WorkerProcess worker;

        Waiter(WorkerOwner owner) {
            this.owner = owner;
        }
    }

    /**
     * Waits until one worker is ready.
     *
     * @throws IllegalStateException if none can be started
     */
    void awaitReady() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (fresh.isEmpty()) {
                check();
                launch.hurry();
                isReady.awaitNanos(LOOK_AGAIN_NANOS);
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * A worker for this execution; null if none is free in time.
     *
     * @throws IllegalStateException if the pool is closed, or no worker can be started
     */
    @Nullable
    WorkerProcess take(Invocation invocation) throws InterruptedException {
        var patience = invocation.limits().wallClock();
        bootstrap = invocation.bootstrap();
        var left = patience.toNanos();
        lock.lockInterruptibly();
        var waiter = new Waiter(owner(invocation.owner()));
        waiters.add(waiter);
        try {
            waiter.owner.asks();
            assign();
            while (waiter.worker == null && left > 0) {
                check();
                // Who is wasteful may no longer be so after a while.
                var slice = Math.min(left, LOOK_AGAIN_NANOS);
                left -= slice - waiter.turn.awaitNanos(slice);
                assign();
            }
            return waiter.worker;
        } catch (InterruptedException e) {
            if (waiter.worker != null) {
                give(waiter.worker, true, false);
            }
            throw e;
        } finally {
            waiters.remove(waiter);
            lock.unlock();
        }
    }

    private WorkerOwner owner(String name) {
        var known = owners.get(name);
        if (known == null) {
            owners.values()
                    .removeIf(other -> other.isForgotten()
                            && busyOf(other) == 0
                            && waiters.stream().noneMatch(waiter -> waiter.owner == other));
            known = new WorkerOwner(name);
            owners.put(name, known);
        }
        return known;
    }

    private void check() {
        if (closed) {
            throw new IllegalStateException("the sandbox is closed");
        }
        if (failure != null) {
            throw new IllegalStateException("no worker process can be started", failure);
        }
    }

    /** Gives what is free to those who wait. An idle worker is kept for its owner unless another, before it, needs the room. */
    private void assign() {
        var room = settings.most() - all();
        var needRoom = 0;
        var claims = new HashMap<WorkerOwner, Integer>();
        for (var waiter : inTurn()) {
            var owner = waiter.owner;
            var claimed = claims.getOrDefault(owner, 0);
            if (busyOf(owner) + claimed >= most()) {
                continue;
            }
            var worker = idle.size() > needRoom ? takeIdle(owner) : null;
            if (worker == null && !mayGrow(owner, claimed)) {
                continue;
            }
            if (worker == null && fresh.size() > keptFrom(owner)) {
                worker = takeFresh();
            }
            if (worker != null) {
                worker.use(owner);
                busy.add(worker);
                waiters.remove(waiter);
                waiter.worker = worker;
                waiter.turn.signal();
                continue;
            }
            claims.put(owner, claimed + 1);
            if (room > 0) {
                room--;
            } else if (!owner.isWasteful()) {
                needRoom++;
            }
            if (hasNone(owner)) {
                launch.hurry();
            }
        }
        if (needsOne()) {
            forStarter.signal();
        }
    }

    private int all() {
        return fresh.size() + idle.size() + busy.size();
    }

    /** Whether this owner waits for its only worker, and has not cost one. */
    private boolean hasNone(WorkerOwner owner) {
        return busyOf(owner) == 0 && !owner.isWasteful();
    }

    /** How many of those that are ready this owner may not have. */
    private int keptFrom(WorkerOwner owner) {
        return owner.isWasteful() ? Math.min(1, settings.ready() - 1) : 0;
    }

    /** Those who wait: the wasteful last, and before that the owner with the fewest workers first. */
    private List<Waiter> inTurn() {
        var place = new HashMap<WorkerOwner, Integer>();
        for (var waiter : waiters) {
            place.computeIfAbsent(waiter.owner, owner -> busyOf(owner) + (owner.isWasteful() ? settings.most() : 0));
        }
        var waiting = new ArrayList<>(waiters);
        waiting.sort(Comparator.comparing(waiter -> place.get(waiter.owner)));
        return waiting;
    }

    private int busyOf(WorkerOwner owner) {
        return (int) busy.stream().filter(worker -> worker.isOf(owner)).count();
    }

    /** What one owner may have: the rest is for those that have none. */
    private int most() {
        return Math.max(1, settings.most() - settings.ready());
    }

    /**
     * Whether this owner may have more workers than it has and claims. One that computes much, and waits little meanwhile,
     * has enough with a quarter of all while others are there: what a worker takes to start, and to compile at first, is in
     * their way.
     */
    private boolean mayGrow(WorkerOwner owner, int claimed) {
        return !owner.comesBehind()
                || owner.waitsMostly()
                || workersOf(owner) + claimed < Math.max(1, settings.most() / A_QUARTER)
                || owners.values().stream().noneMatch(other -> other != owner && other.isThere());
    }

    private long workersOf(WorkerOwner owner) {
        return Stream.concat(idle.stream(), busy.stream())
                .filter(worker -> worker.isOf(owner))
                .count();
    }

    /** The one that was used last: the others are to be had by those who have none. */
    private @Nullable WorkerProcess takeIdle(WorkerOwner owner) {
        for (var worker : List.copyOf(idle.reversed())) {
            if (worker.isOf(owner)) {
                idle.remove(worker);
                if (worker.isAlive()) {
                    return worker;
                }
                worker.kill();
            }
        }
        return null;
    }

    private @Nullable WorkerProcess takeFresh() {
        for (var worker = fresh.poll(); worker != null; worker = fresh.poll()) {
            if (worker.isAlive()) {
                return worker;
            }
            worker.kill();
        }
        return null;
    }

    /**
     * Takes it back from an execution; one that is not sound, or has served its time, ends.
     *
     * @param wasWasted whether that was its guest's doing
     */
    void give(WorkerProcess worker, boolean isSound, boolean wasWasted) {
        lock.lock();
        try {
            busy.remove(worker);
            if (wasWasted) {
                requireNonNull(worker.owner()).hasWasted();
            }
            if (isSound && !closed && !worker.hasServed(settings.executions())) {
                idle.addLast(worker);
            } else {
                worker.kill();
            }
            assign();
        } finally {
            lock.unlock();
        }
    }

    private void keepReady() {
        var failures = 0;
        try (launch) {
            while (awaitNeed(failures)) {
                try {
                    var worker = launch.start(platform, settings, bootstrap);
                    failures = 0;
                    add(worker);
                } catch (IOException e) {
                    failures++;
                    fail(e, failures);
                } catch (RuntimeException | Error e) {
                    failures++;
                    fail(new IOException("a fault of ours in its start", e), failures);
                }
            }
        }
    }

    /** Waits until a worker is to be started, and makes room for it; false if the pool is closed. */
    private boolean awaitNeed(int failures) {
        lock.lock();
        try {
            if (failures > 0) {
                var pause = Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(failures, 10));
                for (var left = TimeUnit.SECONDS.toNanos(pause); left > 0 && !closed; ) {
                    left = forStarter.awaitNanos(left);
                }
            }
            while (!closed && !needsOne()) {
                forStarter.await();
            }
            if (!closed && all() >= settings.most()) {
                makeRoom();
            }
            return !closed;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Whether a worker is to be started, which may need room. */
    private boolean needsOne() {
        return fresh.size() < settings.ready()
                && (all() < settings.most()
                        || (!idle.isEmpty()
                                // Ahead of need only where that leaves another: a sole owner is to keep its worker.
                                && (isWaitedFor() || (fresh.isEmpty() && idle.size() > 1))));
    }

    /** Ends an idle worker: of an owner that has others, if there is one, and the one that was used longest ago. */
    private void makeRoom() {
        var spare = idle.stream()
                .filter(worker -> workersOf(requireNonNull(worker.owner())) > 1)
                .findFirst()
                .orElseGet(idle::getFirst);
        idle.remove(spare);
        spare.kill();
    }

    private boolean isWaitedFor() {
        return waiters.stream()
                .map(waiter -> waiter.owner)
                .anyMatch(owner -> busyOf(owner) < most() && !owner.isWasteful() && mayGrow(owner, 0));
    }

    private void add(WorkerProcess worker) {
        lock.lock();
        try {
            failure = null;
            if (closed) {
                worker.kill();
            } else {
                fresh.add(worker);
                isReady.signalAll();
                assign();
            }
        } finally {
            lock.unlock();
        }
    }

    /** One failure may be the moment's; who waits gives up after some. */
    private void fail(IOException e, int failures) {
        lock.lock();
        try {
            if (!closed) {
                var text = "a worker process could not be started; it is tried again: " + e.getMessage();
                // What the platform says needs no trace; what is wrong here does.
                LOG.log(Level.ERROR, text, e.getCause() instanceof IOException ? null : e.getCause());
                failure = failures < MOST_FAILURES ? null : e;
                wakeAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void wakeAll() {
        waiters.forEach(waiter -> waiter.turn.signal());
        isReady.signalAll();
        forStarter.signal();
    }

    /** Kills all of them; what runs ends with its worker. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            fresh.forEach(WorkerProcess::kill);
            idle.forEach(WorkerProcess::kill);
            busy.forEach(WorkerProcess::kill);
            fresh.clear();
            idle.clear();
            wakeAll();
        } finally {
            lock.unlock();
        }
        starter.interrupt();
    }
}
