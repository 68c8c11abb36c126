package dev.postern.folder;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;

/**
 * The packages that an Action, or a module of Actions, asks for, and where they are looked for.
 *
 * @param of its name
 * @param folder the folder that may have a {@code node_modules} for it alone; it need not be there
 * @param packages what it declares
 */
public record Requirements(String of, Path folder, List<Dependency> packages) {

    public Requirements {
        requireNonNull(of, "of");
        requireNonNull(folder, "folder");
        packages = List.copyOf(packages);
    }
}
