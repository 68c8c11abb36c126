package dev.postern;

import java.util.stream.Collectors;

/** What Actions say, for terminals and logs: their console, their errors, and what they have been called. */
public final class Printable {

    private Printable() {}

    /**
     * The text as one line, with its control and direction characters shown, so that an Action can neither drive the
     * terminal nor make a line of a log that looks like another's.
     */
    public static String line(String text) {
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

    /** The same of each line. JSON means the same afterwards, as such characters stand in its strings alone. */
    public static String lines(String text) {
        return text.lines().map(Printable::line).collect(Collectors.joining("\n"));
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
