package dev.postern.folder;

import static java.util.Objects.requireNonNull;

/**
 * A package or an Action module that an Action asks for.
 *
 * @param name as it is required
 * @param version as the export has it; may be empty
 */
public record Dependency(String name, String version) {

    public Dependency {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
    }
}
