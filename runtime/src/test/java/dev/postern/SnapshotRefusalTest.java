package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.action.ActionVersion;
import dev.postern.action.ActionVersions;
import dev.postern.action.SecretSource;
import dev.postern.action.Secrets;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import dev.postern.snapshot.ResumeToken;
import dev.postern.snapshot.SnapshotKeys;
import dev.postern.snapshot.SnapshotStore;
import dev.postern.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each way in which a paused login can be wrong has a code of its own, and none of them lets anybody in. */
final class SnapshotRefusalTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final TenantId TENANT = TenantId.of("acme");
    private static final byte[] KEY = new byte[32];

    private final ChangeableStore store = new ChangeableStore();
    private final ActionVersions versions = ActionVersions.inMemory();
    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    @Test
    void resumesWhatIsAsItWas() {
        assertInstanceOf(FlowResult.Completed.class, resume(pause()));
    }

    @Test
    void refusesATokenThatWasNeverGivenOut() {
        pause();
        assertEquals(ErrorCode.SNAPSHOT_NOT_FOUND, refusal(ResumeToken.random(TENANT)));
        assertEquals(ErrorCode.SNAPSHOT_NOT_FOUND, refusal(ResumeToken.of(TENANT, "")));
    }

    @Test
    void refusesATokenTheSecondTime() {
        var token = pause();
        resume(token);
        assertEquals(ErrorCode.SNAPSHOT_REPLAYED, refusal(token));
    }

    @Test
    void refusesAFlowThatHasExpired() {
        var token = pause();
        now.set(NOW.plus(Duration.ofHours(1)));
        assertEquals(ErrorCode.SNAPSHOT_EXPIRED, refusal(token));
        now.set(NOW.plus(Duration.ofHours(1)).minusMillis(1));
        assertInstanceOf(FlowResult.Completed.class, resume(token));
    }

    @Test
    void refusesAFlowOfAnotherTenant() {
        var token = pause();
        assertEquals(ErrorCode.SNAPSHOT_FOREIGN_TENANT, refusal(ResumeToken.of(TenantId.of("other"), token.value())));
        assertInstanceOf(FlowResult.Completed.class, resume(token));
    }

    @Test
    void refusesASnapshotWhoseTenantWasRewritten() {
        var token = pause();
        store.change(bytes -> replaced(bytes, "acme", "evil"));
        assertEquals(ErrorCode.SNAPSHOT_CORRUPT, refusal(ResumeToken.of(TenantId.of("evil"), token.value())));
    }

    @Test
    void refusesEveryChangedByte() {
        var token = pause();
        var original = store.snapshot;
        for (var i = 0; i < original.length; i++) {
            var at = i;
            store.snapshot = original.clone();
            store.change(bytes -> {
                bytes[at] ^= 1;
                return bytes;
            });
            assertThrows(ActionsException.class, () -> resume(token), "byte " + at);
        }
        store.change(bytes -> {
            bytes[bytes.length - 1] ^= 1;
            return bytes;
        });
        store.snapshot = original;
        assertInstanceOf(FlowResult.Completed.class, resume(token));
    }

    @Test
    void refusesACorruptedSnapshot() {
        var token = pause();
        store.change(bytes -> {
            bytes[bytes.length - 1] ^= 1;
            return bytes;
        });
        assertEquals(ErrorCode.SNAPSHOT_CORRUPT, refusal(token));
    }

    @Test
    void refusesATruncatedSnapshot() {
        var token = pause();
        var original = store.snapshot;
        for (var length : new int[] {0, 3, 4, 5, 20, 100}) {
            store.snapshot = Arrays.copyOf(original, length);
            assertEquals(ErrorCode.SNAPSHOT_TRUNCATED, refusal(token), "length " + length);
        }
    }

    @Test
    void refusesASchemaOfTheFuture() {
        var token = pause();
        store.change(bytes -> {
            bytes[4] = 2;
            return bytes;
        });
        assertEquals(ErrorCode.SNAPSHOT_UNKNOWN_SCHEMA, refusal(token));
    }

    @Test
    void refusesAKeyItDoesNotHave() {
        var token = pause();
        try (var other = runtime(SnapshotKeys.of("other", KEY), (tenant, action) -> Secrets.none())) {
            assertEquals(ErrorCode.SNAPSHOT_UNKNOWN_KEY, refusal(other, token));
        }
    }

    @Test
    void refusesAnotherKeyOfTheSameId() {
        var token = pause();
        var key = KEY.clone();
        key[0] = 1;
        try (var other = runtime(SnapshotKeys.of("k1", key), (tenant, action) -> Secrets.none())) {
            assertEquals(ErrorCode.SNAPSHOT_CORRUPT, refusal(other, token));
        }
    }

    @Test
    void opensWhatAnOlderKeyHasSealed() {
        var token = pause();
        var rotated = SnapshotKeys.of("k2", new byte[16]).withOlder("k1", KEY);
        try (var other = runtime(rotated, (tenant, action) -> Secrets.none())) {
            assertInstanceOf(FlowResult.Completed.class, resume(other, token));
        }
    }

    @Test
    void refusesASnapshotUnderTheIdOfAnother() {
        var first = pause();
        var snapshotOfFirst = store.snapshot;
        var second = pause();
        store.snapshot = snapshotOfFirst;
        assertEquals(ErrorCode.SNAPSHOT_CORRUPT, refusal(second));
        assertInstanceOf(FlowResult.Completed.class, resume(first));
    }

    @Test
    void keepsTheFlowWhereAVersionIsGone() {
        var token = pause();
        try (var elsewhere = ActionsRuntime.builder()
                .withSnapshots(store, SnapshotKeys.of("k1", KEY))
                .withClock(new ChangeableClock(now))
                .build()) {
            assertEquals(ErrorCode.ACTION_VERSION_MISSING, refusal(elsewhere, token));
        }
        assertInstanceOf(FlowResult.Completed.class, resume(token));
    }

    @Test
    void keepsTheFlowWhereASecretIsGone() {
        var keys = SnapshotKeys.of("k1", KEY);
        ResumeToken token;
        try (var runtime = runtime(keys, (tenant, action) -> Secrets.of(Map.of("B", "1", "A", "2")))) {
            token = assertInstanceOf(
                            FlowResult.Paused.class, runtime.start(Flows.withChallenge(), Flows.event("auth0|1")))
                    .resumeToken();
        }
        try (var runtime = runtime(keys, (tenant, action) -> Secrets.of(Map.of("B", "1")))) {
            var refused = assertThrows(ActionsException.class, () -> resume(runtime, token));
            assertEquals(ErrorCode.SECRET_MISSING, refused.code());
            assertEquals(
                    "Action '1-action.js' began with the secrets A, which are missing now; give them and resume again",
                    refused.getMessage());
        }
        try (var runtime = runtime(keys, (tenant, action) -> Secrets.of(Map.of("B", "3", "A", "4")))) {
            assertInstanceOf(FlowResult.Completed.class, resume(runtime, token));
        }
    }

    @Test
    void keepsTheFlowWhereTheAnswerDoesNotFit() {
        var token = pause();
        for (var resumption : new Resumption[] {
            new Resumption.Challenge(Factor.WEBAUTHN_ROAMING, Flows.request()),
            new Resumption.Challenge(null, Flows.request()),
            new Resumption.Enrollment(Factor.OTP, Flows.request()),
            new Resumption.Redirect(Flows.request())
        }) {
            try (var runtime = runtime()) {
                var refused = assertThrows(ActionsException.class, () -> runtime.resume(token, resumption));
                assertEquals(ErrorCode.RESUMPTION_MISMATCH, refused.code());
            }
        }
        assertInstanceOf(FlowResult.Completed.class, resume(token));
    }

    @Test
    void holdsNothingInClear() {
        pause();
        var bytes = new String(store.snapshot, StandardCharsets.ISO_8859_1);
        assertFalse(bytes.contains("auth0|1"));
        assertFalse(bytes.contains("user_id"));
    }

    @Test
    void makesTokensThatNoCommandLineTakesForAnOption() {
        for (var i = 0; i < 500; i++) {
            var token = ResumeToken.random(TENANT).value();
            assertTrue(token.matches("pr_[A-Za-z0-9_-]{43}"), "a token of another form");
        }
    }

    @Test
    void showsNoTokenInText() {
        var token = pause();
        assertEquals("ResumeToken[acme]", token.toString());
        assertEquals("SnapshotKeys[k1]", SnapshotKeys.of("k1", KEY).toString());
        assertFalse(store.id.contains(token.value()));
    }

    private ResumeToken pause() {
        try (var runtime = runtime()) {
            var paused = runtime.start(Flows.withChallenge(), Flows.event("auth0|1"));
            return assertInstanceOf(FlowResult.Paused.class, paused).resumeToken();
        }
    }

    private FlowResult resume(ResumeToken token) {
        try (var runtime = runtime()) {
            return resume(runtime, token);
        }
    }

    private static FlowResult resume(ActionsRuntime runtime, ResumeToken token) {
        return runtime.resume(token, new Resumption.Challenge(Factor.OTP, Flows.request()));
    }

    private ErrorCode refusal(ResumeToken token) {
        try (var runtime = runtime()) {
            return refusal(runtime, token);
        }
    }

    /** Looking and resuming are refused alike. */
    private static ErrorCode refusal(ActionsRuntime runtime, ResumeToken token) {
        var refused = assertThrows(ActionsException.class, () -> resume(runtime, token));
        if (refused.code() != ErrorCode.ACTION_VERSION_MISSING) {
            var looked = assertThrows(ActionsException.class, () -> runtime.find(token));
            assertEquals(refused.code(), looked.code());
        }
        return refused.code();
    }

    private ActionsRuntime runtime() {
        return runtime(SnapshotKeys.of("k1", KEY), (tenant, action) -> Secrets.none());
    }

    private ActionsRuntime runtime(SnapshotKeys keys, SecretSource secrets) {
        for (var action : Flows.withChallenge().actions()) {
            versions.keep(TENANT, ActionVersion.of(action.name(), action.code()));
        }
        return ActionsRuntime.builder()
                .withSnapshots(store, keys)
                .withActionVersions(versions)
                .withSecrets(secrets)
                .withClock(new ChangeableClock(now))
                .build();
    }

    private static byte[] replaced(byte[] bytes, String from, String to) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replaceFirst(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Keeps what was saved last, and lets a test change it as whoever can write to the store could. */
    private static final class ChangeableStore implements SnapshotStore {
        private final SnapshotStore kept = SnapshotStore.inMemory();
        private byte[] snapshot = new byte[0];
        private String id = "";

        void change(UnaryOperator<byte[]> change) {
            snapshot = change.apply(snapshot.clone());
        }

        @Override
        public void save(String id, byte[] snapshot, Instant expiresAt) {
            kept.save(id, snapshot, expiresAt);
            this.id = id;
            this.snapshot = snapshot;
        }

        @Override
        public Optional<Stored> find(String id) {
            return kept.find(id)
                    .map(stored -> stored instanceof Stored.Waiting ? new Stored.Waiting(snapshot) : stored);
        }

        @Override
        public boolean consume(String id) {
            return kept.consume(id);
        }

        @Override
        public int removeExpired(Instant now) {
            return kept.removeExpired(now);
        }
    }

    private static final class ChangeableClock extends Clock {
        private final AtomicReference<Instant> now;

        ChangeableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
