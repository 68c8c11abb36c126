package dev.postern.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The secrets of one Action, by name. {@link #toString} shows names only. */
public final class Secrets {

    private static final int SHORTEST_REDACTED = 4;
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

    public Map<String, String> values() {
        return values;
    }

    /** The text with every secret value of four characters or more replaced by its name. */
    public String redact(String text) {
        var redacted = text;
        for (var secret : longestFirst) {
            redacted = redacted.replace(secret.getValue(), "[secret " + secret.getKey() + "]");
        }
        return redacted;
    }

    @Override
    public String toString() {
        return "Secrets" + new TreeMap<>(values).keySet();
    }
}
