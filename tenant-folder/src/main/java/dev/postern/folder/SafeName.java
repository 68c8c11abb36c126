package dev.postern.folder;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The name of an Action's folder: what the npm package sanitize-filename makes of the Action's name. */
final class SafeName {

    private static final int MOST_BYTES = 255;
    private static final Pattern ILLEGAL = Pattern.compile("[/?<>\\\\:*|\"\\x00-\\x1f\\x80-\\x9f]");
    private static final Pattern DOTS = Pattern.compile("^\\.+$");
    private static final Pattern RESERVED =
            Pattern.compile("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TRAILING = Pattern.compile("[. ]+$");

    private SafeName() {}

    static String of(String name) {
        return replaced(replaced(name, "-"), "");
    }

    private static String replaced(String name, String by) {
        var safe = name;
        for (var unsafe : new Pattern[] {ILLEGAL, DOTS, RESERVED, TRAILING}) {
            safe = unsafe.matcher(safe).replaceAll(by);
        }
        return cut(safe);
    }

    private static String cut(String name) {
        var kept = name;
        while (kept.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept;
    }
}
