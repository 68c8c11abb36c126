package dev.postern.sandbox;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names by which a text may load others, in code, comments and strings alike: rather too many than one too few. The
 * words are looked for first, and what stands around them then: a search by one expression takes many times as long.
 */
final class ModuleNames {

    private static final String LITERAL = "(?:\"([^\"\\n\\\\]+)\"|'([^'\\n\\\\]+)'|`([^`$\\n\\\\]+)`)";
    private static final Pattern REQUIRED = Pattern.compile("(?:\\.resolve)?\\s*\\(\\s*" + LITERAL + "\\s*\\)");
    private static final Pattern IMPORTED = Pattern.compile("\\s*(?:" + LITERAL + "|\\(\\s*" + LITERAL + "\\s*[,)])");
    private static final Pattern FROM = Pattern.compile("\\s*" + LITERAL);
    private static final Pattern CALLED = Pattern.compile("\\s*\\(");
    private static final Pattern ENDS = Pattern.compile("\\s*(?:[,;)}\\]\\n&|?:]|$)");
    private static final String BEFORE_VALUE = "=,(:?&|";

    private final Set<String> required = new HashSet<>();
    private final Set<String> imported = new HashSet<>();
    private final String text;
    private boolean hasOthers;

    ModuleNames(String text) {
        this.text = text;
        forEach("require", this::require);
        forEach("import", this::imports);
        forEach("from", end -> add(imported, at(FROM, end)));
    }

    /** Names that are required. */
    Set<String> required() {
        return required;
    }

    /** Names that are imported or exported from. */
    Set<String> imported() {
        return imported;
    }

    /** Whether it may load more, by names that are not written out. */
    boolean hasOthers() {
        return hasOthers;
    }

    /** Takes the place behind a word. */
    private interface Use {
        void at(int end);
    }

    private void forEach(String word, Use use) {
        for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            if (at == 0 || !isOfName(text.charAt(at - 1)) || isOfModule(word, at)) {
                use.at(at + word.length());
            }
        }
    }

    private static boolean isOfName(char c) {
        return c == '.' || c == '$' || c == '_' || Character.isLetterOrDigit(c);
    }

    private boolean isOfModule(String word, int at) {
        return word.equals("require") && text.startsWith("module.", at - "module.".length());
    }

    private Matcher at(Pattern pattern, int from) {
        return pattern.matcher(text).region(from, text.length());
    }

    private void require(int end) {
        if (!add(required, at(REQUIRED, end))) {
            // A call with something else than a literal, or the function handed on under another name.
            hasOthers |= at(CALLED, end).lookingAt()
                    || (isAfterOperator(end - "require".length())
                            && at(ENDS, end).lookingAt());
        }
    }

    private boolean isAfterOperator(int start) {
        var before = start - 1;
        while (before >= 0 && Character.isWhitespace(text.charAt(before))) {
            before--;
        }
        return before >= 0 && BEFORE_VALUE.indexOf(text.charAt(before)) >= 0;
    }

    private void imports(int end) {
        if (!add(imported, at(IMPORTED, end))) {
            hasOthers |= at(CALLED, end).lookingAt();
        }
    }

    private static boolean add(Set<String> names, Matcher found) {
        if (!found.lookingAt()) {
            return false;
        }
        for (var group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                names.add(found.group(group));
            }
        }
        return true;
    }
}
