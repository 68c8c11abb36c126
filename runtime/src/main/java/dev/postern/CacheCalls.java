package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.cache.CacheRecord;
import dev.postern.cache.CacheScope;
import dev.postern.cache.CacheStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code api.cache} with its documented limits (semantics 75), for the Actions of one trigger. */
final class CacheCalls {

    private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(15);
    private static final Duration LONGEST_LIFETIME = Duration.ofHours(24);
    /** The latest time that JavaScript counts to the millisecond. */
    private static final double LATEST = 9_007_199_254_740_991d;

    private static final int KEY_BYTES = 64;
    private static final int VALUE_BYTES = 4096;
    private static final int RECORDS = 20;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final CacheStore store;
    private final CacheScope scope;
    private final int totalBytes;
    private final Clock clock;

    CacheCalls(CacheStore store, CacheScope scope, int totalBytes, Clock clock) {
        this.store = store;
        this.scope = scope;
        this.totalBytes = totalBytes;
        this.clock = clock;
    }

    String get(JsonNode argument) {
        var record = live().get(argument.path("key").asText());
        return record == null ? "null" : record(record);
    }

    String delete(JsonNode argument) {
        var key = argument.path("key").asText();
        if (!live().containsKey(key)) {
            return error("CacheKeyDoesNotExist");
        }
        store.remove(scope, key);
        return "{\"type\":\"success\"}";
    }

    String set(JsonNode argument) {
        var key = argument.path("key").asText();
        var value = argument.path("value").asText();
        if (bytes(key) > KEY_BYTES) {
            return error("CacheKeySizeExceeded");
        }
        if (bytes(value) > VALUE_BYTES) {
            return error("CacheValueSizeExceeded");
        }
        var now = clock.instant();
        var millis = expiresAt(argument, now.toEpochMilli());
        if (millis <= now.toEpochMilli()) {
            return error("ItemAlreadyExpired");
        }
        if (millis > LATEST) {
            return error("InvalidExpiry");
        }
        var latest = now.plus(LONGEST_LIFETIME).toEpochMilli();
        var expiresAt = Instant.ofEpochMilli(Math.min((long) millis, latest));
        var record = new CacheRecord(value, expiresAt);
        live(); // what has expired goes and takes no room
        return store.put(scope, key, record, others -> refusal(bytes(key) + bytes(value), others))
                .map(CacheCalls::error)
                .orElseGet(() -> "{\"type\":\"success\",\"record\":" + record(record) + "}");
    }

    /** Why so many bytes do not fit beside the other records. */
    private Optional<String> refusal(int size, Map<String, CacheRecord> others) {
        if (others.size() >= RECORDS) {
            return Optional.of("MaxSideEffectsExceeded");
        }
        var total = size;
        for (var other : others.entrySet()) {
            total += bytes(other.getKey()) + bytes(other.getValue().value());
        }
        return total > totalBytes ? Optional.of("CacheSizeExceeded") : Optional.empty();
    }

    /** The earlier of the two that the Action may give, in whole milliseconds since 1970. */
    private static double expiresAt(JsonNode argument, long now) {
        var ttl = argument.path("ttl");
        var time = argument.path("expires_at");
        if (!ttl.isNumber() && !time.isNumber()) {
            return now + DEFAULT_LIFETIME.toMillis();
        }
        return Math.min(
                ttl.isNumber() ? now + Math.floor(ttl.asDouble()) : Double.MAX_VALUE,
                time.isNumber() ? Math.floor(time.asDouble()) : Double.MAX_VALUE);
    }

    /** What has not expired; what has is removed. */
    private Map<String, CacheRecord> live() {
        var now = clock.instant();
        var live = new HashMap<String, CacheRecord>();
        store.records(scope).forEach((key, record) -> {
            if (record.expiresAt().isAfter(now)) {
                live.put(key, record);
            } else {
                store.remove(scope, key);
            }
        });
        return live;
    }

    private static String record(CacheRecord record) {
        return MAPPER.createObjectNode()
                .put("value", record.value())
                .put("expires_at", record.expiresAt().toEpochMilli())
                .toString();
    }

    private static String error(String code) {
        return MAPPER.createObjectNode().put("type", "error").put("code", code).toString();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
