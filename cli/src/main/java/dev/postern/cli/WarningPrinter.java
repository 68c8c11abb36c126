package dev.postern.cli;

import dev.postern.EventWarnings;
import dev.postern.Printable;
import dev.postern.trigger.Trigger;

/**
 * Prints what is odd about an event, to the standard error stream.
 *
 * @param source where the event comes from
 */
record WarningPrinter(Terminal terminal, String source) implements EventWarnings {

    @Override
    public void warn(Trigger trigger, String warning) {
        terminal.err().println(Printable.line("postern: " + source + ": " + warning + " for " + trigger.id()));
    }
}
