package dev.postern.action;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The secrets of one Action, by name. {@link #toString} shows names only. Thread-safe. */
public final class Secrets {

    private static final Secrets NONE = new Secrets(Map.of());

    private final Map<String, String> values;

    /** Made when it is first needed: most Actions write nothing. Two threads may make it twice. */
    private volatile @Nullable Redaction redaction;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    public static Secrets none() {
        return NONE;
    }

    public static Secrets of(Map<String, String> values) {
        return new Secrets(values);
    }

    /** These and others, which are named with this before them. */
    public Secrets with(String prefix, Secrets others) {
        if (others.values.isEmpty()) {
            return this;
        }
        var all = new TreeMap<>(values);
        others.values.forEach((name, value) -> all.put(prefix + name, value));
        return new Secrets(all);
    }

    public Map<String, String> values() {
        return values;
    }

    /**
     * The text with every secret of four characters or more replaced by its name; shorter ones stand in other text as well.
     * Found are the value, and the value in JSON, percent-encoded, in hexadecimal, and in Base64, also as part of a longer
     * Base64 text; of a value of several lines, each that has sixteen characters or more. Where an ellipsis at the end says
     * that the text was cut, the beginning of a secret before it counts as the secret.
     */
    public String redact(String text) {
        if (values.isEmpty() || text.length() < Redaction.SHORTEST) {
            return text;
        }
        var made = redaction;
        if (made == null) {
            made = new Redaction(values);
            redaction = made;
        }
        return made.redact(text);
    }

    @Override
    public String toString() {
        return "Secrets" + new TreeMap<>(values).keySet();
    }
}
