package dev.postern.folder;

import static java.util.Objects.requireNonNull;

/**
 * A package or an Action module that an Action asks for.
 *
 * @param name as it is required
 * @param version as the export has it; may be empty
 * @param registry address of the registry that it is to come from; empty for the usual one
 */
public record Dependency(String name, String version, String registry) {

    /** One of the usual registry. */
    public Dependency(String name, String version) {
        this(name, version, "");
    }

    public Dependency {
        requireNonNull(name, "name");
        requireNonNull(version, "version");
        requireNonNull(registry, "registry");
    }
}
