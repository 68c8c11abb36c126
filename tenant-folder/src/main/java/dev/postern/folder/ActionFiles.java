package dev.postern.folder;

import dev.postern.sandbox.ModuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where the files and packages are that an Action on disk may require. They are read once, when they are asked for.
 * Thread-safe.
 */
public final class ActionFiles {

    private static final String NODE_MODULES = "node_modules";
    private static final ActionFiles NONE = new ActionFiles(List.of(), List.of(), List.of(), new Shared());

    private final List<Path> own;
    private final List<Path> homes;
    private final List<FolderModule> modules;
    private final Shared shared;
    private final Map<String, ModuleFiles> found = new ConcurrentHashMap<>(); // by code

    private ActionFiles(List<Path> own, List<Path> homes, List<FolderModule> modules, Shared shared) {
        this.own = own;
        this.homes = homes;
        this.modules = modules;
        this.shared = shared;
    }

    /** What Actions of one folder share: equal files are one object, so that they are parsed once. */
    static final class Shared {
        private final Map<Map<String, String>, ModuleFiles> made = new ConcurrentHashMap<>();

        private ModuleFiles one(ModuleFiles files) {
            return made.computeIfAbsent(files.texts(), texts -> files);
        }
    }

    /** No files at all. */
    public static ActionFiles none() {
        return NONE;
    }

    /**
     * Those of a script: the files of its folder, and the packages in {@code node_modules} there or, for what is not there,
     * in the folder that holds it, if that is the same user's.
     */
    public static ActionFiles beside(Path script) {
        try {
            var folder = Optional.ofNullable(script.toAbsolutePath().getParent())
                    .orElse(script)
                    .toRealPath();
            var homes = new ArrayList<>(List.of(folder));
            var parent = folder.getParent();
            // In a folder that all may write to, such as that of temporary files, another user could have put packages.
            if (parent != null && Files.isDirectory(parent.resolve(NODE_MODULES)) && isOfTheSameUser(parent, folder)) {
                homes.add(parent);
            }
            return new ActionFiles(List.of(folder), homes, List.of(), new Shared());
        } catch (IOException e) {
            return NONE; // where the script is missing as well, which is said when it is read
        }
    }

    private static boolean isOfTheSameUser(Path parent, Path folder) throws IOException {
        return Files.getOwner(parent.resolve(NODE_MODULES)).equals(Files.getOwner(folder));
    }

    /** Those of an Action of an export. */
    static ActionFiles of(
            FolderFiles export, Optional<Path> code, String folder, List<FolderModule> modules, Shared shared) {
        var own = code.map(Path::getParent).map(List::of).orElse(List.of());
        return new ActionFiles(own, homes(export, folder), modules, shared);
    }

    /** Folders with packages: those of one folder of an export come before those of all. */
    static List<Path> homes(FolderFiles export, String folder) {
        return Stream.concat(export.findFolder(folder).stream(), Stream.of(export.root()))
                .toList();
    }

    /** The modules of Actions that may be required. */
    public List<FolderModule> modules() {
        return modules;
    }

    /**
     * The files that an Action of this code can load, by {@link ModuleFiles#reachableFrom}; equal files are one object.
     *
     * @throws IllegalArgumentException as that does
     * @throws FolderException if one cannot be read
     */
    public ModuleFiles reachableFrom(String code) {
        if (!code.contains("require") && !code.contains("import")) {
            return ModuleFiles.none();
        }
        return found.computeIfAbsent(
                code, text -> shared.one(ModuleFiles.reachableFrom(text, new FolderModules(own, homes, modules))));
    }
}
