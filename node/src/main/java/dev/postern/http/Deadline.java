package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.time.Duration;

/** When an exchange must have ended. */
final class Deadline {

    private final Duration total;
    private final long endNanos;

    Deadline(Duration total) {
        this.total = total;
        this.endNanos = System.nanoTime() + total.toNanos();
    }

    /** What is left, never nothing: OkHttp takes zero for "no limit". */
    Duration left() throws OutboundException {
        if (hasPassed()) {
            throw timedOut();
        }
        return Duration.ofNanos(Math.max(endNanos - System.nanoTime(), 1_000_000));
    }

    boolean hasPassed() {
        return endNanos - System.nanoTime() <= 0;
    }

    OutboundException timedOut() {
        return new OutboundException(
                Reason.TIMED_OUT,
                "no complete answer within " + total.toMillis() + " ms; ask for less, or another server");
    }
}
