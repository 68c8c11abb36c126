package dev.postern.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of a list.
 *
 * @param items in the order of the list
 * @param next what to ask for the following part with, or null after the last
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** Which part is asked for: at most {@code take} items, from where the {@code next} of the part before says. */
    public record Request(int take, @Nullable String from) {}

    public Page {
        items = List.copyOf(items);
    }
}
