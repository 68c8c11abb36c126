package dev.postern;

import dev.postern.trigger.Trigger;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an Action may have meant for the handler that it lacks: one with a slip of the pen, or that of another trigger. Its
 * text is searched, for the module that has failed is gone.
 */
final class SimilarHandlers {

    private static final Pattern NAME = Pattern.compile("(?<=\\bexports\\.)\\w{1,64}\\b|\\b[oO]n[A-Z]\\w{1,62}\\b");
    private static final int MOST = 5;

    private SimilarHandlers() {}

    /** The end of a sentence that says that the handler is missing; empty where its name stands in the code. */
    static String in(String code, Trigger trigger, String handler) {
        var names = new TreeSet<String>();
        var found = NAME.matcher(code);
        while (found.find()) {
            if (found.group().equals(handler)) {
                return "";
            }
            if (found.group().toLowerCase(Locale.ROOT).startsWith("on")) {
                names.add(found.group());
            }
        }
        return names.isEmpty()
                ? ""
                : names.stream()
                        .limit(MOST)
                        .map(name -> withOther(trigger, name))
                        .collect(Collectors.joining(", ", "; the code has ", ""));
    }

    /** The name, and which other trigger it is the handler of. */
    private static String withOther(Trigger trigger, String name) {
        return Arrays.stream(Trigger.values())
                .filter(other -> other != trigger
                        && (other.executeHandler().equals(name)
                                || other.continueHandler().filter(name::equals).isPresent()))
                .findFirst()
                .map(other -> name + " (of " + other.id() + ")")
                .orElse(name);
    }
}
