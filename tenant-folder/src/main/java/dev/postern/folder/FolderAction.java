package dev.postern.folder;

import static java.util.Objects.requireNonNull;

import dev.postern.action.ActionVersion;
import java.util.List;

/**
 * An Action of an export.
 *
 * @param name what bindings call it
 * @param code its text, with markers replaced; empty if the export has an empty one
 * @param triggers ids of the triggers it supports; those that Postern does not know are among them
 * @param runtime such as {@code node22}; empty if the export does not say
 * @param dependencies packages it asks for
 * @param modules Action modules it asks for
 * @param secrets what it declares
 * @param isDeployed false where the export says so: then its text is a draft, and the tenant may run another
 * @param isIntegration whether it was installed from the marketplace
 * @param files where what it requires is
 */
public record FolderAction(
        String name,
        String code,
        List<String> triggers,
        String runtime,
        List<Dependency> dependencies,
        List<Dependency> modules,
        DeclaredSecrets secrets,
        boolean isDeployed,
        boolean isIntegration,
        ActionFiles files) {

    /** Where an export has them. */
    static final String FOLDER = "actions";

    public FolderAction {
        requireNonNull(name, "name");
        requireNonNull(code, "code");
        triggers = List.copyOf(triggers);
        requireNonNull(runtime, "runtime");
        dependencies = List.copyOf(dependencies);
        modules = List.copyOf(modules);
        requireNonNull(secrets, "secrets");
        requireNonNull(files, "files");
    }

    /**
     * The Action as a flow takes it, with the files and packages that its code can load.
     *
     * @throws FolderException if they are too many or cannot be read
     */
    public ActionVersion version() {
        try {
            return ActionVersion.of(name, code).withModules(files.reachableFrom(code));
        } catch (IllegalArgumentException e) {
            throw new FolderException("'" + name + "' cannot run: " + e.getMessage());
        }
    }

    /** The name alone: the code may hold values of the environment. */
    @Override
    public String toString() {
        return name;
    }
}
