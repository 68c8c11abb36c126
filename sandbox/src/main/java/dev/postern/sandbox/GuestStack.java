package dev.postern.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the engine's error texts: finds the guest's line, and undoes what the module wrapper adds to the first one. */
final class GuestStack {

    private static final int MAX_FRAMES = 20;
    private static final int MAX_MESSAGE = 4096;

    private GuestStack() {}

    static GuestError error(Script script, GuestError.Kind kind, String name, String message, String stack) {
        var place = Pattern.compile("(?<=[ (])" + Pattern.quote(script.name()) + ":(\\d+):(\\d+)");
        var line = 0;
        var frames = new StringBuilder();
        var count = 0;
        for (var frame : (Iterable<String>) stack.lines()::iterator) {
            var found = place.matcher(frame);
            if (!frame.startsWith("    at ") || !found.find() || ++count > MAX_FRAMES) {
                continue;
            }
            line = line == 0 ? Integer.parseInt(found.group(1)) : line;
            frames.append(frames.isEmpty() ? "" : "\n")
                    .append(found.replaceFirst(m -> Matcher.quoteReplacement(place(script, m.group(1), m.group(2)))));
        }
        return new GuestError(kind, name, cut(message), line, frames.toString());
    }

    /** The engine's message is "SyntaxError: file:line:column text", with the source lines below. */
    static GuestError syntaxError(Script script, String engineMessage, int line) {
        var first = engineMessage.lines().findFirst().orElse("").replaceFirst("^SyntaxError: ", "");
        var text = first.replaceFirst("^" + Pattern.quote(script.name()) + ":\\d+:\\d+ ", "");
        var lines = (int) script.code().lines().count();
        return new GuestError(GuestError.Kind.SYNTAX, "SyntaxError", cut(text), Math.min(line, Math.max(1, lines)), "");
    }

    private static String cut(String message) {
        return message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE - 1) + "…" : message;
    }

    private static String place(Script script, String line, String column) {
        var shift = line.equals("1") ? Script.MODULE_HEAD.length() : 0;
        return script.name() + ":" + line + ":" + Math.max(1, Integer.parseInt(column) - shift);
    }
}
