package dev.postern.api;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Which call caused an effect.
 *
 * @param action name of the Action
 * @param line of the Action's code, or 0 if it is not recorded
 */
public record Origin(String action, int line) {

    public Origin {
        requireNonNull(action, "action");
    }

    /** Reads what {@link #toString} gives. */
    @JsonCreator
    public static Origin parse(String text) {
        var colon = text.lastIndexOf(':');
        return new Origin(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
    }

    @Override
    @JsonValue
    public String toString() {
        return action + ":" + line;
    }
}
