package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.postern.cache.CacheRecord;
import dev.postern.cache.CacheScope;
import dev.postern.cache.CacheStore;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.tenant.TenantId;
import dev.postern.trigger.Trigger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics 75: the cache of the Actions of one trigger, with its documented limits and answers. */
final class CacheTest {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final Tenant ACME = Tenant.of("acme");
    private static final long QUARTER_HOUR = Duration.ofMinutes(15).toMillis();
    private static final long DAY = Duration.ofHours(24).toMillis();

    private final CacheStore store = CacheStore.inMemory();
    private Instant now = NOW;

    /** Each test may let time pass, in a runtime of that time with the same store. */
    private ActionsRuntime runtime = runtime();

    private final List<String> lines = new ArrayList<>();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void givesTheRecordOnSettingAndGettingIt() {
        var record = "{\"value\":\"v\",\"expires_at\":" + (NOW.toEpochMilli() + QUARTER_HOUR) + "}";

        assertEquals("{\"type\":\"success\",\"record\":" + record + "}", answer("set('k', 'v')"));
        assertEquals(record, answer("get('k')"));
    }

    @Test
    void replacesARecord() {
        answer("set('k', 'old')");
        answer("set('k', 'new')");

        assertEquals("new", value("k"));
    }

    @Test
    void deletesARecordOnce() {
        answer("set('k', 'v')");

        assertEquals("{\"type\":\"success\"}", answer("delete('k')"));
        assertEquals("undefined", value("k"));
        assertEquals("{\"type\":\"error\",\"code\":\"CacheKeyDoesNotExist\"}", answer("delete('k')"));
    }

    /** Bytes in UTF-8, in which an accented letter has two. */
    @Test
    void boundsTheKey() {
        assertEquals("success", outcome("set('x'.repeat(64), 'v')"));
        assertEquals("success", outcome("set('\u00e9'.repeat(32), 'v')"));
        assertEquals("CacheKeySizeExceeded", outcome("set('x'.repeat(65), 'v')"));
        assertEquals("CacheKeySizeExceeded", outcome("set('\u00e9'.repeat(32) + 'x', 'v')"));
        assertEquals("undefined", value("x".repeat(65)));
    }

    @Test
    void boundsTheValue() {
        assertEquals("success", outcome("set('k', 'x'.repeat(4096))"));
        assertEquals("success", outcome("set('k', '\u00e9'.repeat(2048))"));
        assertEquals("CacheValueSizeExceeded", outcome("set('k', 'x'.repeat(4097))"));
        assertEquals("CacheValueSizeExceeded", outcome("set('k', '\u00e9'.repeat(2048) + 'x')"));
        assertEquals("\u00e9".repeat(2048), value("k"));
    }

    @Test
    void boundsTheNumberOfRecords() {
        for (var i = 1; i <= 20; i++) {
            assertEquals("success", outcome("set('k" + i + "', 'v')"));
        }
        assertEquals("MaxSideEffectsExceeded", outcome("set('k21', 'v')"));
        assertEquals("success", outcome("set('k20', 'another value')"));
        answer("delete('k1')");
        assertEquals("success", outcome("set('k21', 'v')"));
    }

    @Test
    void doesNotCountWhatHasExpired() {
        for (var i = 1; i <= 20; i++) {
            answer("set('k" + i + "', 'v', { ttl: 1000 })");
        }
        pass(Duration.ofSeconds(1));

        assertEquals("success", outcome("set('k21', 'v')"));
    }

    /** Keys and values together: 8 kB as documented, or what the tenant has. */
    @ParameterizedTest
    @ValueSource(ints = {8192, 8191, (16 << 10) + 256, 100})
    void boundsTheWhole(int most) {
        var tenant = ACME.withCacheBytes(most);
        var left = most;
        for (var i = 0; left > 4098; i++) {
            assertEquals("success", outcome(tenant, "set('k" + i + "', 'x'.repeat(4000))"));
            left -= 4002;
        }

        assertEquals("CacheSizeExceeded", outcome(tenant, "set('kk', 'x'.repeat(" + (left - 1) + "))"));
        assertEquals("success", outcome(tenant, "set('kk', 'x'.repeat(" + (left - 2) + "))"));
        assertEquals("CacheSizeExceeded", outcome(tenant, "set('k', '')"));
        assertEquals("success", outcome(tenant, "set('kk', 'y'.repeat(" + (left - 2) + "))"));
    }

    @Test
    void hasTheDocumentedSizeUnlessTheTenantHasAnother() {
        assertEquals(8192, ACME.cacheBytes());
    }

    @Test
    void keepsARecordForAQuarterOfAnHourIfNotSaid() {
        for (var options : List.of("", ", undefined", ", null", ", {}", ", { ttl: undefined }")) {
            assertEquals(QUARTER_HOUR, lifetime(options), options);
        }
    }

    @Test
    void takesTheEarlierOfTtlAndExpiresAt() {
        assertEquals(5000, lifetime(", { ttl: 5000 }"));
        assertEquals(7000, lifetime(", { expires_at: Date.now() + 7000 }"));
        assertEquals(5000, lifetime(", { ttl: 5000, expires_at: Date.now() + 7000 }"));
        assertEquals(5000, lifetime(", { ttl: 7000, expires_at: Date.now() + 5000 }"));
        assertEquals(5000, lifetime(", { ttl: 5000.9 }"));
    }

    @Test
    void keepsARecordForADayAtMost() {
        assertEquals(DAY, lifetime(", { ttl: " + DAY + " }"));
        assertEquals(DAY, lifetime(", { ttl: " + (DAY + 1) + " }"));
        assertEquals(DAY, lifetime(", { expires_at: Date.now() + " + (DAY + 1) + " }"));
    }

    @Test
    void refusesWhatIsNoTime() {
        for (var time : List.of("NaN", "Infinity", "-Infinity", "'1000'", "null", "{}", "new Date()", "1e300")) {
            assertEquals("InvalidExpiry", outcome("set('k', 'v', { ttl: " + time + " })"), time);
            assertEquals("InvalidExpiry", outcome("set('k', 'v', { expires_at: " + time + " })"), time);
        }
        assertEquals("InvalidExpiry", outcome("set('k', 'v', { ttl: 1000, expires_at: 'soon' })"));
        assertEquals("undefined", value("k"));
    }

    @Test
    void refusesWhatHasExpiredAlready() {
        for (var options : List.of(
                "{ ttl: 0 }",
                "{ ttl: 0.9 }",
                "{ ttl: -1 }",
                "{ ttl: -1e300 }",
                "{ expires_at: Date.now() }",
                "{ expires_at: 0 }",
                "{ ttl: 1000, expires_at: Date.now() - 1 }")) {
            assertEquals("ItemAlreadyExpired", outcome("set('k', 'v', " + options + ")"), options);
        }
        assertEquals("success", outcome("set('k', 'v', { ttl: 1 })"));
    }

    @Test
    void refusesKeysAndValuesThatAreNoText() {
        assertEquals("FailedToSetCacheRecord", outcome("set(7, 'v')"));
        assertEquals("FailedToSetCacheRecord", outcome("set('k', { an: 'object' })"));
        assertEquals("CacheKeyDoesNotExist", outcome("delete(7)"));
        assertEquals("undefined", answer("get(7)"));
    }

    @Test
    void forgetsARecordAtTheTimeItExpires() {
        answer("set('k', 'v', { ttl: 1000 })");

        pass(Duration.ofMillis(999));
        assertEquals("v", value("k"));
        pass(Duration.ofMillis(1));
        assertEquals("undefined", value("k"));
        assertEquals("CacheKeyDoesNotExist", outcome("delete('k')"));
        assertEquals(Map.of(), store.records(new CacheScope(ACME.id(), "post-login")));
    }

    @Test
    void isSharedByTheActionsOfAFlow() {
        lines.clear();
        runtime.start(
                Flows.of(ACME, "api.cache.set('k', 'v')", "console.log(api.cache.get('k').value)"),
                Flows.event("auth0|1"));

        assertEquals(List.of("v"), lines);
    }

    @Test
    void isSharedByTheLoginsOfATenantAndByNoOtherTenant() {
        answer("set('k', 'v')");

        assertEquals("v", value("k"));
        assertEquals("undefined", answer(Tenant.of("other"), "get('k')"));
        assertEquals("success", outcome(Tenant.of("other"), "set('k', 'of the other')"));
        assertEquals("v", value("k"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"SIGNUP_POST_IDENTIFIER", "POST_LOGIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void isNotSharedWithAnotherTrigger(Trigger trigger) {
        answer("set('k', 'of post-login')");

        assertEquals("undefined", answer(ACME, trigger, "get('k')"));
        assertEquals("success", code(answer(ACME, trigger, "set('k', 'own')")));
        assertEquals("of post-login", value("k"));
    }

    /** A failed Action has set what it has set: the cache is no effect of the login. */
    @Test
    void keepsWhatAFailedActionHasSet() {
        runtime.start(Flows.of(ACME, "api.cache.set('k', 'v'); throw new Error('late');"), Flows.event("auth0|1"));

        assertEquals("v", value("k"));
    }

    @Test
    void keepsItsRecordsWhereTheHostSays() {
        var kept = new HashMap<String, CacheRecord>();
        var own = new CacheStore() {
            @Override
            public Map<String, CacheRecord> records(CacheScope scope) {
                assertEquals(new CacheScope(TenantId.of("acme"), "post-login"), scope);
                return Map.copyOf(kept);
            }

            @Override
            public Optional<String> put(
                    CacheScope scope,
                    String key,
                    CacheRecord record,
                    Function<Map<String, CacheRecord>, Optional<String>> refusal) {
                kept.put(key, record);
                return refusal.apply(Map.of());
            }

            @Override
            public void remove(CacheScope scope, String key) {
                kept.remove(key);
            }
        };
        try (var withOwn = builder().withCache(own).build()) {
            withOwn.start(Flows.of("api.cache.set('k', 'v', { ttl: 1000 })"), Flows.event("auth0|1"));
            assertEquals(Map.of("k", new CacheRecord("v", NOW.plusSeconds(1))), kept);

            withOwn.start(Flows.of("api.cache.delete('k')"), Flows.event("auth0|1"));
            assertEquals(Map.of(), kept);
        }
    }

    /** Two Actions that set a record at once do not both find the room that is there for one. */
    @Test
    void putsOneRecordAfterTheOther() throws Exception {
        // Given
        var scope = new CacheScope(ACME.id(), "post-login");
        var record = new CacheRecord("v", NOW.plusSeconds(1));
        var isInside = new CountDownLatch(1);
        var secondLooks = new CountDownLatch(1);
        var first = CompletableFuture.supplyAsync(() -> store.put(scope, "first", record, others -> {
            isInside.countDown();
            // Where the second had to wait, this waits in vain.
            return await(secondLooks, 200) ? Optional.of("not alone") : Optional.empty();
        }));
        assertTrue(await(isInside, 10_000));

        // When
        var refused = store.put(scope, "second", record, others -> {
            secondLooks.countDown();
            return others.containsKey("first") ? Optional.of("full") : Optional.empty();
        });

        // Then
        assertEquals(Optional.empty(), first.get());
        assertEquals(Optional.of("full"), refused);
        assertEquals(Map.of("first", record), store.records(scope));
    }

    private static boolean await(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(Duration time) {
        now = now.plus(time);
        runtime.close();
        runtime = runtime();
    }

    private ActionsRuntime runtime() {
        return builder().withCache(store).build();
    }

    private ActionsRuntimeBuilder builder() {
        return ActionsRuntime.builder()
                .withClock(Clock.fixed(now, ZoneOffset.UTC))
                .withFixedTime(now)
                .withConsole((transaction, action, line) -> lines.add(line.message()));
    }

    private long lifetime(String options) {
        var answer = answer("set('k', 'v'" + options + ")");
        var time = answer.substring(answer.indexOf("expires_at\":") + 12, answer.indexOf('}'));
        return Long.parseLong(time) - now.toEpochMilli();
    }

    private String value(String key) {
        var answer = answer("get('" + key + "')");
        return answer.equals("undefined") ? answer : answer.split("\"", -1)[3];
    }

    private String outcome(String call) {
        return outcome(ACME, call);
    }

    private String outcome(Tenant tenant, String call) {
        return code(answer(tenant, call));
    }

    private static String code(String answer) {
        return answer.contains("\"success\"") ? "success" : answer.split("\"", -1)[7];
    }

    private String answer(String call) {
        return answer(ACME, call);
    }

    private String answer(Tenant tenant, String call) {
        return answer(tenant, Trigger.POST_LOGIN, call);
    }

    private String answer(Tenant tenant, Trigger trigger, String call) {
        lines.clear();
        runtime.start(
                Flows.of(tenant, trigger, "console.log(JSON.stringify(api.cache." + call + "));"),
                Event.of(trigger.sampleEvent()));
        return lines.getFirst();
    }
}
