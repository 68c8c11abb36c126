package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that a script may require: its own modules, and packages below {@code node_modules}. They are held in memory
 * and found by name alone, so that no path, link or upper-case letter leads out of them. Immutable; keep the object for
 * as long as the script may run, for the parsed forms live with it and are shared by all executions of a sandbox.
 */
public final class ModuleFiles {

    private static final Pattern PATH = Pattern.compile("(?!.*(?:^|/)\\.{0,2}(?:/|$))[^\\\\\\x00]+");
    private static final ModuleFiles NONE = new ModuleFiles(Map.of());

    private final Map<String, String> texts;
    private final Set<String> folders;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final ModuleResolver resolver = new ModuleResolver(this);

    private ModuleFiles(Map<String, String> texts) {
        this.texts = Map.copyOf(texts);
        Set<String> found = ConcurrentHashMap.newKeySet();
        for (var path : this.texts.keySet()) {
            if (!PATH.matcher(path).matches()) {
                throw new IllegalArgumentException("not a path of plain names: " + path);
            }
            for (var slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                found.add(path.substring(0, slash));
            }
        }
        this.folders = Set.copyOf(found);
    }

    /** A script that requires nothing. */
    public static ModuleFiles none() {
        return NONE;
    }

    /**
     * The text of files by their paths, such as {@code node_modules/axios/package.json}: names with slashes between them,
     * seen from the folder that the script is in.
     *
     * @throws IllegalArgumentException if a path is absolute, or has an empty name, {@code .} or {@code ..}
     */
    public static ModuleFiles of(Map<String, String> texts) {
        return texts.isEmpty() ? NONE : new ModuleFiles(texts);
    }

    /** The text of each file by its path. */
    public Map<String, String> texts() {
        return texts;
    }

    ModuleResolver resolver() {
        return resolver;
    }

    boolean isFile(String path) {
        return texts.containsKey(path);
    }

    boolean isFolder(String path) {
        return folders.contains(path);
    }

    @Nullable
    String text(String path) {
        return texts.get(path);
    }

    /** The file as a script, one and the same for all executions. */
    Script script(String path) {
        return scripts.computeIfAbsent(path, name -> Script.of(name, requireNonNull(texts.get(name), name)));
    }

    /** Says how many files there are. */
    @Override
    public String toString() {
        return "ModuleFiles[" + texts.size() + "]";
    }
}
