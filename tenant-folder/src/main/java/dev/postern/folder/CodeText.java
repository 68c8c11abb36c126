package dev.postern.folder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * The text of an Action with its comments, and what its strings, templates and regular expressions hold, blanked out:
 * what is left can be searched for names. Every character keeps its place. It is a reading of the text, not a parse.
 */
final class CodeText {

    // Where an expression begins, a slash begins a regular expression.
    private static final String BEFORE_EXPRESSION = "(,=:[!&|?{};+-*%<>~^";
    private static final Pattern WORD_BEFORE_EXPRESSION =
            Pattern.compile("(?s).*\\b(return|typeof|case|in|of|void|delete|throw|await|yield|else|do)\\s*");

    private final String code;
    private final StringBuilder masked;
    private final Deque<Integer> templates = new ArrayDeque<>(); // the depth of braces that each ${ stands in
    private int depth;
    private int at;

    private CodeText(String code) {
        this.code = code;
        this.masked = new StringBuilder(code);
    }

    /** The text with all that is not code blanked out. */
    static String masked(String code) {
        var text = new CodeText(code);
        while (text.at < code.length()) {
            text.next();
        }
        return text.masked.toString();
    }

    private void next() {
        var c = code.charAt(at);
        if (code.startsWith("//", at)) {
            blankTo(endOf("\n", at));
        } else if (code.startsWith("/*", at)) {
            blankTo(endOf("*/", at + 2));
        } else if (c == '\'' || c == '"') {
            blankTo(closing(at + 1, c));
        } else if (c == '/' && beginsRegularExpression()) {
            blankTo(closing(at + 1, '/'));
        } else if (c == '`') {
            at++;
            template();
        } else if (c == '}' && !templates.isEmpty() && templates.peek() == depth) {
            templates.pop();
            at++;
            template();
        } else {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
        }
    }

    /** Goes on to the end of a template, or of the part of it before a value. */
    private void template() {
        for (var i = at; i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.charAt(i) == '`') {
                blankTo(i);
                at++;
                return;
            } else if (code.startsWith("${", i)) {
                blankTo(i);
                templates.push(depth);
                at += 2;
                return;
            }
        }
        blankTo(code.length());
    }

    private int endOf(String mark, int from) {
        var end = code.indexOf(mark, from);
        return end < 0 ? code.length() : end;
    }

    /** Where a string or regular expression ends: at its mark, or at the end of its line. */
    private int closing(int from, char mark) {
        var inClass = false;
        for (var i = from; i < code.length(); i++) {
            var c = code.charAt(i);
            if (c == '\n' || (c == mark && !inClass)) {
                return i + 1;
            }
            inClass = mark == '/' && (c == '[' || (inClass && c != ']'));
            i += c == '\\' ? 1 : 0;
        }
        return code.length();
    }

    private void blankTo(int end) {
        for (; at < Math.min(end, code.length()); at++) {
            if (code.charAt(at) != '\n') {
                masked.setCharAt(at, ' ');
            }
        }
    }

    private boolean beginsRegularExpression() {
        var before = masked.substring(Math.max(0, at - 400), at).stripTrailing();
        return before.isEmpty()
                || BEFORE_EXPRESSION.indexOf(before.charAt(before.length() - 1)) >= 0
                || WORD_BEFORE_EXPRESSION.matcher(before).matches();
    }
}
