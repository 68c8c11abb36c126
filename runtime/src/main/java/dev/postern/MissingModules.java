package dev.postern;

import java.util.regex.Pattern;

/** What to do where an Action requires a module that it does not have. The guest sees Node's own message alone. */
final class MissingModules {

    private static final Pattern MISSING = Pattern.compile("Cannot find module '([^']+)'");

    private MissingModules() {}

    /** The end of a sentence; empty if the message is another one. */
    static String hint(String message) {
        var found = MISSING.matcher(message);
        if (!found.matches()) {
            return "";
        }
        if (found.group(1).startsWith("node:")) {
            return "; of Node's own modules this one is not there";
        }
        return found.group(1).startsWith(".") || found.group(1).startsWith("/")
                ? "; the Action has no such file among its modules"
                : "; the Action has no such package among its modules: install it and deploy it with the Action";
    }
}
