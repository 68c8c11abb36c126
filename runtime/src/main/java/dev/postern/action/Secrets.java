package dev.postern.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of one Action, by name. {@link #toString} shows names only. */
public final class Secrets {

    private static final int SHORTEST_REDACTED = 4;
    private static final String CUT = "…";
    private static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, String> values;

    /** Those worth redacting; the longest first, so that one secret within another leaves nothing of the other. */
    private final List<Map.Entry<String, String>> longestFirst;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
        this.longestFirst = this.values.entrySet().stream()
                .filter(secret -> secret.getValue().length() >= SHORTEST_REDACTED)
                .sorted(Comparator.comparingInt(
                        (Map.Entry<String, String> secret) -> -secret.getValue().length()))
                .toList();
    }

    public static Secrets none() {
        return NONE;
    }

    public static Secrets of(Map<String, String> values) {
        return new Secrets(values);
    }

    /** These and others, which are named with this before them. */
    public Secrets with(String prefix, Secrets others) {
        var all = new TreeMap<>(values);
        others.values.forEach((name, value) -> all.put(prefix + name, value));
        return new Secrets(all);
    }

    public Map<String, String> values() {
        return values;
    }

    /**
     * The text with every secret value of four characters or more replaced by its name. Where an ellipsis at the end says
     * that the text was cut, the beginning of a secret before it counts as the secret.
     */
    public String redact(String text) {
        var redacted = text;
        for (var secret : longestFirst) {
            redacted = redacted.replace(secret.getValue(), name(secret));
        }
        return redacted.endsWith(CUT) ? withoutBeginning(redacted) : redacted;
    }

    private String withoutBeginning(String cut) {
        var end = cut.length() - CUT.length();
        for (var secret : longestFirst) {
            var value = secret.getValue();
            for (var length = Math.min(value.length() - 1, end); length >= SHORTEST_REDACTED; length--) {
                if (cut.startsWith(value.substring(0, length), end - length)) {
                    return cut.substring(0, end - length) + name(secret) + CUT;
                }
            }
        }
        return cut;
    }

    private static String name(Map.Entry<String, String> secret) {
        return "[secret " + secret.getKey() + "]";
    }

    @Override
    public String toString() {
        return "Secrets" + new TreeMap<>(values).keySet();
    }
}
