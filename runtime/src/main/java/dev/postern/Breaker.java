package dev.postern;

/**
 * Refuses everything for a time after failures in a row. Then it is half-open: one attempt is let through, and how that
 * ends says whether it closes or opens again. Not thread-safe.
 */
final class Breaker {

    private final int failures;
    private final long openNanos;
    private State state = new State.Closed(0);

    Breaker(int failures, long openNanos) {
        this.failures = failures;
        this.openNanos = openNanos;
    }

    /** Closed to open by failures, open to half-open by time, half-open to either by the attempt. */
    private sealed interface State {
        record Closed(int failed) implements State {}

        record Open(long since) implements State {}

        record HalfOpen(Object attempt) implements State {}
    }

    /** How an attempt ended. */
    enum End {
        WELL,
        BADLY,
        /** It says nothing, as it has not run, or was ended by others. */
        UNKNOWN
    }

    boolean refuses(long now) {
        return switch (state) {
            case State.Closed closed -> false;
            case State.Open open -> now - open.since() < openNanos;
            case State.HalfOpen half -> true;
        };
    }

    /** How long it refuses; nothing where that depends on the attempt that is let through. */
    long nanosLeft(long now) {
        return state instanceof State.Open open ? openNanos - (now - open.since()) : 0;
    }

    /** An attempt that is not refused begins. */
    void begin(Object attempt) {
        if (state instanceof State.Open) {
            state = new State.HalfOpen(attempt);
        }
    }

    /** Says whether that has opened it. What began before it opened no longer matters. */
    boolean end(Object attempt, End end, long now) {
        state = switch (state) {
            case State.Closed closed ->
                switch (end) {
                    case WELL -> new State.Closed(0);
                    case BADLY ->
                        closed.failed() + 1 < failures ? new State.Closed(closed.failed() + 1) : new State.Open(now);
                    case UNKNOWN -> closed;
                };
            case State.Open open -> open;
            case State.HalfOpen half when !half.attempt().equals(attempt) -> half;
            case State.HalfOpen half ->
                switch (end) {
                    case WELL -> new State.Closed(0);
                    case BADLY -> new State.Open(now);
                    case UNKNOWN -> new State.Open(now - openNanos); // the next one tries
                };
        };
        return end == End.BADLY && state instanceof State.Open open && open.since() == now;
    }
}
