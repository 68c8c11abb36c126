package dev.postern.cli.types;

import java.util.regex.Pattern;

/** TypeScript text with its indentation. */
final class Source {

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");

    private final StringBuilder text = new StringBuilder();
    private int depth;

    void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    /** Ends with a bracket; what follows stands deeper. */
    void open(String line) {
        line(line);
        depth++;
    }

    /** Begins with the bracket. */
    void close(String line) {
        depth--;
        line(line);
    }

    /** A comment, if there is something to say. */
    void comment(String words) {
        if (!words.isEmpty()) {
            line("/** " + words.replace("*/", "* /") + " */");
        }
    }

    /** Lines that were written elsewhere. */
    void lines(String lines) {
        lines.lines()
                .forEach(line -> text.append(line.isEmpty() ? "" : "  ".repeat(depth) + line)
                        .append('\n'));
    }

    /** A member's name, in quotes if it needs them. */
    static String name(String name) {
        return IDENTIFIER.matcher(name).matches() ? name : quoted(name);
    }

    static String quoted(String value) {
        var quoted = new StringBuilder("'");
        value.chars().forEach(c -> {
            if (c == '\'' || c == '\\') {
                quoted.append('\\');
            }
            if (c < ' ' || c == 0x2028 || c == 0x2029) {
                quoted.append(String.format("\\u%04x", c));
            } else {
                quoted.append((char) c);
            }
        });
        return quoted.append('\'').toString();
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
