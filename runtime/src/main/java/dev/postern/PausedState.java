package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import java.io.IOException;
import java.time.Instant;

/**
 * What a snapshot holds: the flow, what it waits for, and until when (in milliseconds since 1970).
 */
record PausedState(FlowState flow, Awaiting awaiting, long expiresAtMillis) {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final ObjectWriter WRITER = MAPPER.writerFor(PausedState.class);
    private static final ObjectReader READER = MAPPER.readerFor(PausedState.class);

    Instant expiresAt() {
        return Instant.ofEpochMilli(expiresAtMillis);
    }

    byte[] toJson() {
        try {
            return WRITER.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a flow's state cannot be written", e);
        }
    }

    static PausedState fromJson(byte[] json) {
        try {
            return READER.readValue(json);
        } catch (IOException | IllegalArgumentException e) {
            // Authentic, yet not what this version writes: the message may quote data, so it is not passed on.
            throw new ActionsException(
                    ErrorCode.SNAPSHOT_CORRUPT, "the paused login is not readable; start the login again");
        }
    }
}
