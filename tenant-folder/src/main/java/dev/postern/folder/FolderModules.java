package dev.postern.folder;

import dev.postern.sandbox.ModuleSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The module files in some folders, and none outside of them: neither by {@code ..} nor through a symbolic link.
 *
 * @param own folders of the Action's own files, as real paths
 * @param homes folders with {@code node_modules}, as real paths; a package is that of the first one that has it
 * @param shared modules of Actions, which are to be found as packages
 */
record FolderModules(List<Path> own, List<Path> homes, List<FolderModule> shared) implements ModuleSource {

    private static final String NODE_MODULES = "node_modules";
    private static final String PREFIX = NODE_MODULES + "/";
    private static final String SHARED = PREFIX + FolderModule.PREFIX;
    private static final String PACKAGE_JSON = "package.json";
    private static final Pattern CODE = Pattern.compile("[^\\\\]+\\.(?:js|cjs|mjs|json)");
    private static final String BINARY = ".node";

    /** The Action's own code and data: no hidden file, and no secrets. */
    private static final Pattern OWN =
            Pattern.compile("(?!(?:.*/)?(?:\\.|secrets\\.json$))[^\\\\]+\\.(?:js|cjs|mjs|json)");

    /** Of one file. */
    private static final int MOST_BYTES = 16 << 20;

    /** More than a script may load, which is said when they are read. */
    private static final int MOST_LISTED = 20_000;

    /** What tests give an Action as its secrets: no code, and nothing to be kept with code. */
    private static final String SECRETS = "secrets.json";

    FolderModules {
        own = List.copyOf(own);
        homes = List.copyOf(homes);
        shared = List.copyOf(shared);
    }

    @Override
    public Optional<String> read(String path) {
        if (path.endsWith(BINARY)
                || (!path.startsWith(PREFIX) && !OWN.matcher(path).matches())) {
            return Optional.empty();
        }
        if (path.startsWith(SHARED)) {
            return shared.stream()
                    .filter(module -> path.startsWith(SHARED + module.name() + "/"))
                    .findFirst()
                    .flatMap(module -> ofShared(
                            module,
                            path.substring(SHARED.length() + module.name().length() + 1)));
        }
        for (var root : roots(path)) {
            var file = find(root, path).filter(Files::isRegularFile);
            if (file.isPresent() && !isSecret(file.get())) {
                return file.map(FolderModules::text);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofShared(FolderModule module, String path) {
        return switch (path) {
            case "index.js" -> Optional.of(module.code());
            case PACKAGE_JSON -> Optional.of("{}");
            default -> path.startsWith(PREFIX) ? packagesOf(module).read(path) : Optional.empty();
        };
    }

    private static FolderModules packagesOf(FolderModule module) {
        return new FolderModules(List.of(), module.homes(), List.of());
    }

    private boolean isSecret(Path file) {
        return file.endsWith(SECRETS)
                && own.stream()
                        .anyMatch(folder -> file.startsWith(folder) && !file.startsWith(folder.resolve(NODE_MODULES)));
    }

    /** Where the path is looked for; a package comes from one place as a whole. */
    private List<Path> roots(String path) {
        if (path.startsWith(PREFIX)) {
            var name = packageName(path.substring(PREFIX.length()));
            for (var home : homes) {
                if (find(home, PREFIX + name).filter(Files::isDirectory).isPresent()) {
                    return List.of(home);
                }
            }
            return List.of();
        }
        if (path.equals(PACKAGE_JSON)) {
            var all = new ArrayList<>(own);
            all.addAll(homes);
            return all;
        }
        return own;
    }

    private static String packageName(String path) {
        var names = path.split("/", -1);
        return path.startsWith("@") && names.length > 1 ? names[0] + "/" + names[1] : names[0];
    }

    /** The real path, if it is below the root. */
    private static Optional<Path> find(Path root, String path) {
        try {
            var file = root.resolve(path).normalize();
            if (!file.startsWith(root) || !Files.exists(file)) {
                return Optional.empty();
            }
            return Optional.of(file.toRealPath()).filter(real -> real.startsWith(root));
        } catch (InvalidPathException | IOException e) {
            return Optional.empty(); // a name that cannot be one of a file, or a file that was taken away
        }
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FolderException(file + " has more than " + MOST_BYTES + " bytes");
            }
            var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8); // as Node reads what is not UTF-8
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new FolderException("cannot read " + file);
        }
    }

    @Override
    public List<String> list(String folder) {
        for (var module : shared) {
            var home = SHARED + module.name() + "/";
            if (folder.startsWith(home)) {
                return packagesOf(module).list(folder.substring(home.length())).stream()
                        .map(home::concat)
                        .toList();
            }
        }
        for (var root : roots(folder + "/")) {
            var found = find(root, folder).filter(Files::isDirectory);
            if (found.isPresent()) {
                return list(found.get(), folder);
            }
        }
        return List.of();
    }

    private static List<String> list(Path real, String folder) {
        var paths = new ArrayList<String>();
        try {
            Files.walkFileTree(real, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
                    return inner.endsWith(NODE_MODULES) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    var below = real.relativize(file)
                            .toString()
                            .replace(file.getFileSystem().getSeparator(), "/");
                    if (attributes.isRegularFile() && CODE.matcher(below).matches()) {
                        paths.add(folder + "/" + below);
                    }
                    return paths.size() < MOST_LISTED ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
                }
            });
        } catch (IOException e) {
            throw new FolderException("cannot read the folder " + real);
        }
        return paths;
    }
}
