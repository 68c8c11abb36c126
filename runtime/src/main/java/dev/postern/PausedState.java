package dev.postern;

import static java.util.Objects.requireNonNull;

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
import org.jspecify.annotations.Nullable;

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

    PausedState {
        requireNonNull(flow, "flow");
        requireNonNull(awaiting, "awaiting");
        if (!waits(flow, awaiting)) {
            throw new IllegalArgumentException("the flow does not wait for this");
        }
    }

    /** Whether the flow can go on from what it waits for. */
    private static boolean waits(FlowState flow, Awaiting awaiting) {
        return switch (awaiting) {
            case Awaiting.Challenge challenge ->
                challenge.isFinal() ? flow.isAtEnd() : !flow.mfa().demands().isEmpty();
            case Awaiting.Enrollment enrollment ->
                enrollment.isFinal() ? flow.isAtEnd() : !flow.mfa().demands().isEmpty();
            case Awaiting.Redirect redirect -> flow.departure() instanceof FlowState.Redirect && flow.position() > 0;
            case Awaiting.Prompt prompt -> flow.departure() instanceof FlowState.Form && flow.position() > 0;
        };
    }

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
            var paused = READER.<@Nullable PausedState>readValue(json);
            if (paused != null) {
                return paused;
            }
        } catch (IOException | IllegalArgumentException e) {
            // Authentic, yet not what this version writes: the message may quote data, so it is not passed on.
        }
        throw new ActionsException(
                ErrorCode.SNAPSHOT_CORRUPT, "the paused login is not readable; start the login again");
    }
}
