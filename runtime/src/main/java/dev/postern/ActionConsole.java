package dev.postern;

import dev.postern.sandbox.ConsoleLine;

/** Hears what Actions write to the console, all of it, when the Action has ended. Must be thread-safe and quick. */
@FunctionalInterface
public interface ActionConsole {

    /** One line, secrets redacted; control characters are the Action's own, so escape it before printing. */
    void line(String transactionId, String action, ConsoleLine line);
}
