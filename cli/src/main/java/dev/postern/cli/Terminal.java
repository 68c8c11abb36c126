package dev.postern.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a command reads and prints. Documents and results go to {@code out}; questions, logs and errors to {@code err}.
 *
 * @param in what the user types, or a pipe
 * @param out for results
 * @param err for everything else
 * @param environment variables
 * @param isInteractive whether somebody is there to answer
 */
record Terminal(
        BufferedReader in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isInteractive) {

    static Terminal of(
            InputStream in, PrintWriter out, PrintWriter err, Map<String, String> environment, boolean isInteractive) {
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        return new Terminal(reader, out, err, Map.copyOf(environment), isInteractive);
    }

    /** Where paused flows are kept unless {@code --state} says otherwise: the XDG convention. */
    Path stateFolder() {
        var state = environment.getOrDefault("XDG_STATE_HOME", "");
        // The convention: a relative path is to be ignored.
        return state.isEmpty() || !Path.of(state).isAbsolute()
                ? Path.of(environment.getOrDefault("HOME", "."), ".local", "state", "postern")
                : Path.of(state, "postern");
    }

    /**
     * The text as one line, with its control and direction characters shown, so that an Action can neither drive the
     * terminal nor make a line that looks like one of ours.
     */
    static String printable(String text) {
        var shown = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c == '\n') {
                shown.append("\\n");
            } else if (isSafe(c)) {
                shown.appendCodePoint(c);
            } else {
                for (var unit : Character.toChars(c)) {
                    shown.append(String.format("\\u%04x", (int) unit));
                }
            }
        });
        return shown.toString();
    }

    /** As above, for many lines. JSON means the same afterwards, as such characters stand in its strings alone. */
    static String printableLines(String text) {
        return text.lines().map(Terminal::printable).collect(Collectors.joining("\n"));
    }

    private static boolean isSafe(int c) {
        return c == '\t'
                || switch (Character.getType(c)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR -> false;
                    default -> true;
                };
    }
}
