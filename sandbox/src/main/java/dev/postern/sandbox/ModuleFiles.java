package dev.postern.sandbox;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files that a script may require: its own modules, and packages below {@code node_modules}. They are held in memory
 * and found by name alone, so that no path, link or upper-case letter leads out of them. Immutable; keep the object for
 * as long as the script may run, for the parsed forms live with it and are shared by all executions of a sandbox.
 */
public final class ModuleFiles {

    private static final Pattern PATH = Pattern.compile("(?!.*(?:^|/)\\.{0,2}(?:/|$))[^\\\\\\x00]+");
    private static final int LONGEST_PATH = 300;
    private static final ModuleFiles NONE = new ModuleFiles(new Texts(Map.of()));

    private final Source source;
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final ModuleResolver resolver = new ModuleResolver(this);

    private ModuleFiles(Source source) {
        this.source = source;
    }

    private sealed interface Source {
        @Nullable
        String text(String path);

        boolean isFolder(String path);
    }

    private record Texts(Map<String, String> texts, Set<String> folders) implements Source {
        Texts(Map<String, String> texts) {
            this(Map.copyOf(texts), folders(texts.keySet()));
        }

        private static Set<String> folders(Set<String> paths) {
            var folders = new HashSet<String>();
            for (var path : paths) {
                if (!PATH.matcher(path).matches()) {
                    throw new IllegalArgumentException("not a path of plain names: " + path);
                }
                for (var slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                    folders.add(path.substring(0, slash));
                }
            }
            return Set.copyOf(folders);
        }

        @Override
        public @Nullable String text(String path) {
            return texts.get(path);
        }

        @Override
        public boolean isFolder(String path) {
            return folders.contains(path);
        }
    }

    private record Read(Function<String, Optional<String>> reader, Map<String, String> read) implements Source {
        /** Of what is there no more is kept than there is; a worker process may ask for anything. */
        @Override
        public @Nullable String text(String path) {
            var known = read.get(path);
            if (known == null
                    && path.length() <= LONGEST_PATH
                    && PATH.matcher(path).matches()) {
                known = reader.apply(path).orElse(null);
                if (known != null) {
                    read.put(path, known);
                }
            }
            return known;
        }

        @Override
        public boolean isFolder(String path) {
            return text(path + "/package.json") != null;
        }
    }

    /** A script that requires nothing. */
    public static ModuleFiles none() {
        return NONE;
    }

    /**
     * The text of files by their paths, such as {@code node_modules/axios/package.json}: names with slashes between them,
     * seen from the folder that the script is in. What the script alone may require, and not its packages, is a package
     * whose name has a colon, such as {@code node_modules/actions:audit/index.js}: that file finds {@code actions.secrets},
     * the JSON that the host function {@code moduleSecrets} gives for the name after the colon.
     *
     * @throws IllegalArgumentException if a path is absolute, or has an empty name, {@code .} or {@code ..}
     */
    public static ModuleFiles of(Map<String, String> texts) {
        return texts.isEmpty() ? NONE : new ModuleFiles(new Texts(texts));
    }

    /**
     * The files that a script of this code can load, and no others. What it loads is found by searching the code for
     * names that are written out, and so on in the files of those names. A package that loads by other names is taken
     * whole; where the script itself does, all packages are that its {@code package.json} has among its dependencies.
     *
     * @throws IllegalArgumentException if they are more than 10,000 files or 32 MiB; the message has the largest packages
     */
    public static ModuleFiles reachableFrom(String code, ModuleSource source) {
        return of(ReachableFiles.of(code, source));
    }

    /** Files of a program, each read when it is first asked for; a folder among them has a {@code package.json}. */
    static ModuleFiles read(Function<String, Optional<String>> reader) {
        return new ModuleFiles(new Read(reader, new ConcurrentHashMap<>()));
    }

    /** The text of each file by its path. */
    public Map<String, String> texts() {
        return switch (source) {
            case Texts all -> all.texts();
            case Read read -> Map.of();
        };
    }

    ModuleResolver resolver() {
        return resolver;
    }

    boolean isFile(String path) {
        return source.text(path) != null;
    }

    boolean isFolder(String path) {
        return source.isFolder(path);
    }

    @Nullable
    String text(String path) {
        return source.text(path);
    }

    /** The file as a script, one and the same for all executions. */
    Script script(String path) {
        return scripts.computeIfAbsent(path, name -> Script.file(name, requireNonNull(source.text(name), name)));
    }

    /** Says how many files there are. */
    @Override
    public String toString() {
        return "ModuleFiles[" + texts().size() + "]";
    }
}
