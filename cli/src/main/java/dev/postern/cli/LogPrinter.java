package dev.postern.cli;

import dev.postern.ActionConsole;
import dev.postern.Printable;
import dev.postern.sandbox.ConsoleLine;
import java.util.stream.Stream;

/** Prints what Actions write to the console, to the standard error stream. */
record LogPrinter(Terminal terminal) implements ActionConsole {

    @Override
    public void line(String transactionId, String action, ConsoleLine line) {
        // One line each, so that no Action can make a line that looks like another's.
        var start = "[" + action + "] " + line.level();
        var message = line.message();
        (message.isEmpty() ? Stream.of("") : message.lines())
                .forEach(text -> terminal.err().println(Printable.line(text.isEmpty() ? start : start + " " + text)));
    }
}
