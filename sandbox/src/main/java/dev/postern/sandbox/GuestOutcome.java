package dev.postern.sandbox;

import java.util.List;

/** How an execution ended. */
public sealed interface GuestOutcome {

    /** What the guest wrote to the console, up to the limit, in order; also where it failed afterwards. */
    List<ConsoleLine> console();

    /** What it took. */
    Usage usage();

    /** The handler's promise was fulfilled; {@code json} is what the bootstrap's {@code finish} gave. */
    record Returned(String json, List<ConsoleLine> console, Usage usage) implements GuestOutcome {
        public Returned {
            console = List.copyOf(console);
        }
    }

    /** The guest failed by itself. */
    record Threw(GuestError error, List<ConsoleLine> console, Usage usage) implements GuestOutcome {
        public Threw {
            console = List.copyOf(console);
        }
    }

    /** The guest was stopped at a limit; {@code line} is where in its file, or 0 if not known. */
    record LimitExceeded(Limit limit, int line, List<ConsoleLine> console, Usage usage) implements GuestOutcome {
        public LimitExceeded {
            console = List.copyOf(console);
        }
    }

    /** The sandbox was closed, or the calling thread interrupted. */
    record Cancelled(List<ConsoleLine> console, Usage usage) implements GuestOutcome {
        public Cancelled {
            console = List.copyOf(console);
        }
    }

    /** The worker process that it ran in has ended, and nothing else with it. */
    record Died(List<ConsoleLine> console, Usage usage) implements GuestOutcome {
        public Died {
            console = List.copyOf(console);
        }
    }

    /** It was not begun: guests that could not be stopped hold too many threads, or no worker was free in time. */
    record Overloaded(Usage usage) implements GuestOutcome {
        @Override
        public List<ConsoleLine> console() {
            return List.of();
        }
    }
}
