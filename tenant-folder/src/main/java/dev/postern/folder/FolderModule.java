package dev.postern.folder;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * A module that Actions of an export share, required as {@code actions:name}.
 *
 * @param name what Actions call it
 * @param code its text, with markers replaced
 * @param version number of the latest version, which this may be a draft of; empty if the export does not say
 * @param dependencies packages it asks for
 * @param secrets what it declares
 * @param homes folders with {@code node_modules} for it
 */
public record FolderModule(
        String name,
        String code,
        String version,
        List<Dependency> dependencies,
        DeclaredSecrets secrets,
        List<Path> homes) {

    /** Where an export has them. */
    static final String FOLDER = "action-modules";

    /** What stands before its name where it is required. */
    public static final String PREFIX = "actions:";

    public FolderModule {
        requireNonNull(name, "name");
        requireNonNull(code, "code");
        requireNonNull(version, "version");
        dependencies = List.copyOf(dependencies);
        requireNonNull(secrets, "secrets");
        homes = List.copyOf(homes);
    }

    /** The name alone: the code may hold values of the environment. */
    @Override
    public String toString() {
        return name;
    }
}
