package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** When an exchange must have ended. */
final class Deadline {

    private final Duration total;
    private final long endNanos;

    Deadline(Duration total) {
        this.total = total;
        this.endNanos = System.nanoTime() + total.toNanos();
    }

    /** What is left in whole milliseconds, rounded up: OkHttp cuts off the rest, and takes zero for "no limit". */
    Duration left() throws OutboundException {
        long nanos = endNanos - System.nanoTime();
        if (nanos <= 0) {
            throw timedOut();
        }
        return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(nanos) + 1);
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
