package dev.postern.attacks;

import dev.postern.ActionsRuntime;
import dev.postern.FlowResult;
import dev.postern.action.ActionVersions;
import dev.postern.action.Secrets;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Attacks on a paused login by someone who holds its token or can write to the store. The script makes the pause. */
final class SnapshotScenarios {

    private static final int SIDES = 6;
    private static final SnapshotKeys KEYS = SnapshotKeys.of("k1", new byte[32]);

    private SnapshotScenarios() {}

    /** A server with a store of its own, and the paused login of a user. */
    private static final class Paused implements AutoCloseable {
        private final OpenStore store = new OpenStore();
        private final ActionVersions versions = ActionVersions.inMemory();
        private final Attack attack;
        private final ActionsRuntime runtime;
        private final FlowResult.Paused login;

        Paused(Attack attack, Arena arena) {
            this.attack = attack;
            this.runtime = arena.builder()
                    .withSnapshots(store, KEYS)
                    .withActionVersions(versions)
                    .build();
            this.login = pause("auth0|alice");
        }

        FlowResult.Paused pause(String user) {
            return ResumeScenarios.paused(
                    runtime.start(Logins.flow(Logins.ATTACKER, attack.code()), Logins.event(user, Map.of())));
        }

        ResumeToken token() {
            return login.resumeToken();
        }

        Ending resume(ActionsRuntime server, ResumeToken token) {
            try {
                return Ending.of(server.resume(token, ResumeScenarios.answer(login)));
            } catch (ActionsException e) {
                return Ending.of(e);
            }
        }

        /** The end of the attack, once it is shown that the user can still go on. */
        Ending stillWaits(Ending ending) {
            store.restore();
            var resumed = resume(runtime, token());
            if (!resumed.id().equals("completed")) {
                throw new AssertionError("the user cannot go on: " + resumed);
            }
            return ending;
        }

        @Override
        public void close() {
            runtime.close();
        }
    }

    static Ending twice(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena)) {
            var first = paused.resume(paused.runtime, paused.token());
            return first.id().equals("completed") ? paused.resume(paused.runtime, paused.token()) : first;
        }
    }

    static Ending atOnce(Attack attack, Arena arena) throws Exception {
        try (var paused = new Paused(attack, arena);
                var second = arena.builder()
                        .withSnapshots(paused.store, KEYS)
                        .withActionVersions(paused.versions)
                        .build();
                var threads = Executors.newFixedThreadPool(SIDES)) {
            var barrier = new CyclicBarrier(SIDES);
            var wins = 0;
            var loss = Ending.completed();
            Callable<Ending> one = () -> {
                var server = barrier.await() % 2 == 0 ? paused.runtime : second;
                return paused.resume(server, paused.token());
            };
            for (var side : threads.invokeAll(Collections.nCopies(SIDES, one))) {
                var ending = get(side::get);
                if (ending.id().equals("completed")) {
                    wins++;
                } else {
                    loss = ending;
                }
            }
            if (wins != 1) {
                throw new AssertionError(wins + " resumed the login");
            }
            return loss;
        }
    }

    private static Ending get(Callable<Ending> side) throws Exception {
        try {
            return side.call();
        } catch (ExecutionException e) {
            throw new AssertionError("a side failed", e.getCause());
        }
    }

    static Ending elsewhere(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena)) {
            var elsewhere = ResumeToken.of(TenantId.of("other"), paused.token().value());
            return paused.stillWaits(paused.resume(paused.runtime, elsewhere));
        }
    }

    static Ending late(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena);
                var tomorrow = arena.builder()
                        .withSnapshots(paused.store, KEYS)
                        .withActionVersions(paused.versions)
                        .withClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)))
                        .build()) {
            return paused.stillWaits(paused.resume(tomorrow, paused.token()));
        }
    }

    static Ending swapped(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena)) {
            var mine = paused.pause("auth0|mallory").resumeToken();
            paused.store.replace(
                    mine.snapshotId(), paused.store.snapshot(paused.token().snapshotId()));
            return paused.stillWaits(paused.resume(paused.runtime, mine));
        }
    }

    static Ending changed(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena)) {
            var id = paused.token().snapshotId();
            var original = paused.store.snapshot(id);
            var last = Ending.completed();
            for (var i = 0; i < original.length; i++) {
                var bytes = original.clone();
                bytes[i] ^= 0x21;
                paused.store.replace(id, bytes);
                last = paused.resume(paused.runtime, paused.token());
                if (!last.id().startsWith("snapshot_")) {
                    throw new AssertionError("byte " + i + " changed: " + last);
                }
            }
            return paused.stillWaits(last);
        }
    }

    static Ending truncated(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena)) {
            var id = paused.token().snapshotId();
            var original = paused.store.snapshot(id);
            var ending = Ending.completed();
            for (var length = original.length - 1; length >= 0; length--) {
                paused.store.replace(id, Arrays.copyOf(original, length));
                ending = paused.resume(paused.runtime, paused.token());
                if (!ending.id().startsWith("snapshot_")) {
                    throw new AssertionError(length + " bytes of it: " + ending);
                }
            }
            // An old snapshot with something behind it is no snapshot either.
            paused.store.replace(id, Arrays.copyOf(original, original.length + 1));
            ResumeScenarios.expect(
                    ErrorCode.SNAPSHOT_CORRUPT,
                    () -> paused.runtime.resume(paused.token(), ResumeScenarios.answer(paused.login)));
            return paused.stillWaits(ending);
        }
    }

    static Ending anotherKey(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena);
                var other = arena.builder()
                        .withSnapshots(paused.store, SnapshotKeys.of("k2", new byte[32]))
                        .withActionVersions(paused.versions)
                        .build()) {
            var id = paused.token().snapshotId();
            var future = paused.store.snapshot(id).clone();
            future[4] = 99;
            paused.store.replace(id, future);
            ResumeScenarios.expect(
                    ErrorCode.SNAPSHOT_UNKNOWN_SCHEMA,
                    () -> paused.runtime.resume(paused.token(), ResumeScenarios.answer(paused.login)));
            paused.store.restore();
            return paused.stillWaits(paused.resume(other, paused.token()));
        }
    }

    static Ending versionGone(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena);
                var redeployed = arena.builder()
                        .withSnapshots(paused.store, KEYS)
                        .withActionVersions(ActionVersions.inMemory())
                        .build()) {
            redeployed.start(
                    Logins.flow(Logins.ATTACKER, "// another version\n" + attack.code()),
                    Logins.event("auth0|mallory", Map.of()));
            return paused.stillWaits(paused.resume(redeployed, paused.token()));
        }
    }

    static Ending secretGone(Attack attack, Arena arena) {
        try (var paused = new Paused(attack, arena);
                var rotated = arena.builder()
                        .withSnapshots(paused.store, KEYS)
                        .withActionVersions(paused.versions)
                        .withSecrets((tenant, action) -> Secrets.of(Map.of("NEW_TOKEN", "another")))
                        .build()) {
            return paused.stillWaits(paused.resume(rotated, paused.token()));
        }
    }
}
