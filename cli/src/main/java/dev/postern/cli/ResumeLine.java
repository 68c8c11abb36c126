package dev.postern.cli;

import java.util.regex.Pattern;

/**
 * The command that goes on with a paused flow, to be copied into a shell.
 *
 * @param options those it needs besides token and answer, each after a space
 */
record ResumeLine(String options) {

    private static final Pattern PLAIN = Pattern.compile("[\\w./:@%+,=-]+");

    ResumeLine with(String option, Object value) {
        return new ResumeLine(options + " " + option + " " + quoted(value.toString()));
    }

    /** A secret, which is to be given again. */
    ResumeLine withSecret(String name) {
        return new ResumeLine(options + " --secret " + quoted(name + "=") + "…");
    }

    String of(String token) {
        return "postern resume " + token + options + " --answer …";
    }

    /** As a shell takes it for one word. */
    static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
