package dev.postern.folder;

import static java.util.Objects.requireNonNull;

/**
 * An Action's place in a trigger.
 *
 * @param action the Action's name; a marketplace Action has its bindings exported, but not itself
 * @param displayName what the dashboard shows there
 */
public record Binding(String action, String displayName) {

    public Binding {
        requireNonNull(action, "action");
        requireNonNull(displayName, "displayName");
    }
}
