package dev.postern.cli;

import dev.postern.ActionConsole;
import dev.postern.sandbox.ConsoleLine;

/** Prints what Actions write to the console, to the standard error stream. */
record LogPrinter(Terminal terminal) implements ActionConsole {

    @Override
    public void line(String transactionId, String action, ConsoleLine line) {
        // One line each, so that no Action can make a line that looks like another's.
        line.message()
                .lines()
                .forEach(text ->
                        terminal.err().println(Terminal.printable("[" + action + "] " + line.level() + " " + text)));
    }
}
