package dev.postern.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Paths of module files: names with slashes between them, the script's own folder being the empty path. */
final class ModulePath {

    private ModulePath() {}

    /** The path seen from a folder; empty where it leads out of the script's own folder. */
    static Optional<String> join(String folder, String relative) {
        var names = new ArrayList<String>(folder.isEmpty() ? List.of() : List.of(folder.split("/", -1)));
        for (var name : relative.split("/", -1)) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.removeLast();
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        return Optional.of(String.join("/", names));
    }

    /** The folder that a file or folder is in. */
    static String parent(String path) {
        var slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    static String child(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
