package dev.postern.directory;

import static java.util.Objects.requireNonNull;

/**
 * A role that a user has, as {@code api.roles} shows it.
 *
 * @param type how the user came to it, such as {@code direct} or {@code group}
 */
public record Role(String id, String name, String type) {

    public Role {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(type, "type");
    }
}
