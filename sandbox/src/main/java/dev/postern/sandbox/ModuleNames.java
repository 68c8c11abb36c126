package dev.postern.sandbox;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names by which a text may load others, in code, comments and strings alike: rather too many than one too few.
 *
 * @param required names that are required
 * @param imported names that are imported or exported from
 * @param hasOthers whether it may load more, by names that are not written out
 */
record ModuleNames(Set<String> required, Set<String> imported, boolean hasOthers) {

    private static final String LITERAL = "(?:\"([^\"\\n\\\\]+)\"|'([^'\\n\\\\]+)'|`([^`$\\n\\\\]+)`)";
    private static final String REQUIRE = "(?:(?<![.\\w$])|(?<=\\bmodule\\.))require";
    private static final Pattern REQUIRED =
            Pattern.compile(REQUIRE + "(?:\\.resolve)?\\s*\\(\\s*" + LITERAL + "\\s*\\)");
    private static final Pattern IMPORTED = Pattern.compile("(?<![.\\w$])(?:from|import)\\s*\\(?\\s*" + LITERAL);

    /** A call with something else than a literal, or the function handed on under another name. */
    private static final Pattern OTHERS = Pattern.compile(REQUIRE + "\\s*\\((?!\\s*" + LITERAL + "\\s*\\))"
            + "|[=,(:?&|]\\s*require\\s*(?:[,;)}\\]\\n&|?:]|$)"
            + "|(?<![.\\w$])import\\s*\\((?!\\s*" + LITERAL + "\\s*[,)])");

    ModuleNames {
        required = Set.copyOf(required);
        imported = Set.copyOf(imported);
    }

    ModuleNames(String text) {
        this(names(REQUIRED, text), names(IMPORTED, text), OTHERS.matcher(text).find());
    }

    private static Set<String> names(Pattern pattern, String text) {
        var names = new LinkedHashSet<String>();
        var found = pattern.matcher(text);
        while (found.find()) {
            for (var group = 1; group <= found.groupCount(); group++) {
                if (found.group(group) != null) {
                    names.add(found.group(group));
                }
            }
        }
        return names;
    }
}
