package dev.postern.sandbox;

import java.time.Duration;
import java.util.List;

/** How an execution ended. */
public sealed interface GuestOutcome {

    /** What the guest wrote to the console, up to the limit, in order; also where it failed afterwards. */
    List<ConsoleLine> console();

    /** Time from start to end, waiting included. */
    Duration duration();

    /** The handler's promise was fulfilled; {@code json} is what the bootstrap's {@code finish} gave. */
    record Returned(String json, List<ConsoleLine> console, Duration duration) implements GuestOutcome {
        public Returned {
            console = List.copyOf(console);
        }
    }

    /** The guest failed by itself. */
    record Threw(GuestError error, List<ConsoleLine> console, Duration duration) implements GuestOutcome {
        public Threw {
            console = List.copyOf(console);
        }
    }

    /** The guest was stopped at a limit; {@code line} is where in its file, or 0 if not known. */
    record LimitExceeded(Limit limit, int line, List<ConsoleLine> console, Duration duration) implements GuestOutcome {
        public LimitExceeded {
            console = List.copyOf(console);
        }
    }

    /** The sandbox was closed, or the calling thread interrupted. */
    record Cancelled(List<ConsoleLine> console, Duration duration) implements GuestOutcome {
        public Cancelled {
            console = List.copyOf(console);
        }
    }
}
