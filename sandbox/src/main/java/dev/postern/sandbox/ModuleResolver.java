package dev.postern.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Finds the file that a name stands for, as Node does: relative files and folders, packages of {@code node_modules} with
 * {@code main}, {@code exports} and {@code imports}, and a package by its own name. Thread-safe; what was found is
 * remembered.
 */
final class ModuleResolver {

    private static final String PACKAGE_JSON = "package.json";
    private static final String NODE_MODULES = "node_modules";
    private static final int LONGEST_NAME = 1024;
    private static final int MOST_REMEMBERED = 2_000;
    private static final Set<String> REQUIRE = Set.of("node", "require", "module-sync", "default");
    private static final Set<String> IMPORT = Set.of("node", "import", "module-sync", "default");

    private static final Pattern SHARED = Pattern.compile(NODE_MODULES + "/[^/:]+:[^/]+/index\\.js");

    private final ModuleFiles files;
    private final Map<Wanted, String> found = new ConcurrentHashMap<>();
    private final Map<String, PackageJson> packages = new ConcurrentHashMap<>();

    private record Wanted(String folder, String name, boolean isImport) {}

    ModuleResolver(ModuleFiles files) {
        this.files = files;
    }

    /** How a file is loaded. */
    enum Kind {
        COMMON_JS,
        ESM,
        JSON,
        PLATFORM,
        /** Code that several scripts share, which has secrets of its own. */
        SHARED
    }

    /** The path of the file that code in this folder means by the name. */
    Optional<String> find(String folder, String name, boolean isImport) {
        var wanted = new Wanted(folder, name, isImport);
        var known = found.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        var path = name.length() > LONGEST_NAME
                ? Optional.<String>empty()
                : search(wanted).filter(file -> isAllowed(folder, file));
        if (found.size() < MOST_REMEMBERED) { // a script can make up names without end
            path.ifPresent(file -> found.put(wanted, file));
        }
        return path;
    }

    Kind kind(String path) {
        if (path.endsWith(".json")) {
            return Kind.JSON;
        }
        if (SHARED.matcher(path).matches()) {
            return Kind.SHARED;
        }
        return path.endsWith(".mjs")
                        || (path.endsWith(".js")
                                && scope(ModulePath.parent(path)).isEsm())
                ? Kind.ESM
                : Kind.COMMON_JS;
    }

    private Optional<String> search(Wanted wanted) {
        var name = wanted.name();
        var conditions = wanted.isImport() ? IMPORT : REQUIRE;
        if (name.startsWith("/")) {
            return Optional.empty();
        }
        if (isRelative(name)) {
            var isFolder = name.endsWith("/")
                    || name.equals(".")
                    || name.equals("..")
                    || name.endsWith("/.")
                    || name.endsWith("/..");
            var path = ModulePath.join(wanted.folder(), name).filter(to -> staysAmongPackages(wanted.folder(), to));
            var file = isFolder ? Optional.<String>empty() : path.flatMap(this::file);
            return file.isPresent() ? file : path.flatMap(this::folder);
        }
        if (name.startsWith("#")) {
            return scope(wanted.folder())
                    .imported(name, conditions)
                    .flatMap(target -> staysAmongPackages(wanted.folder(), target) && files.isFile(target)
                            ? Optional.of(target)
                            : find(wanted.folder(), target, wanted.isImport()));
        }
        var own = itself(wanted.folder(), name, conditions);
        return own.isPresent() ? own : inPackages(wanted.folder(), name, conditions);
    }

    /** From a package no path leads to the script's own files: it is not so much as looked whether they are there. */
    private static boolean staysAmongPackages(String folder, String path) {
        return !isAmongPackages(folder) || isAmongPackages(path);
    }

    private static boolean isAmongPackages(String path) {
        return ("/" + path + "/").contains("/" + NODE_MODULES + "/");
    }

    /** Shared code is the script's own to require: no package gets at it, by whatever name or path. */
    private static boolean isAllowed(String folder, String file) {
        return !SHARED.matcher(file).matches() || !isAmongPackages(folder);
    }

    private static boolean isRelative(String name) {
        return name.equals(".") || name.equals("..") || name.startsWith("./") || name.startsWith("../");
    }

    /** A package that has exports may name itself. */
    private Optional<String> itself(String folder, String name, Set<String> conditions) {
        var scope = scope(folder);
        return scope.hasExports()
                        && scope.name().filter(packageName(name)::equals).isPresent()
                ? scope.exported(subpath(name), conditions)
                        .filter(target -> staysAmongPackages(folder, target))
                        .filter(files::isFile)
                : Optional.empty();
    }

    private Optional<String> inPackages(String from, String name, Set<String> conditions) {
        for (var folder = from; ; folder = ModulePath.parent(folder)) {
            if (!folder.endsWith("/" + NODE_MODULES) && !folder.equals(NODE_MODULES)) {
                var home = ModulePath.child(ModulePath.child(folder, NODE_MODULES), packageName(name));
                if (files.isFolder(home)) {
                    var found = inPackage(home, name, conditions);
                    if (found.isPresent() || packageJson(home).hasExports()) {
                        return found;
                    }
                }
            }
            if (folder.isEmpty()) {
                return Optional.empty();
            }
        }
    }

    private Optional<String> inPackage(String home, String name, Set<String> conditions) {
        var json = packageJson(home);
        if (json.hasExports()) {
            return json.exported(subpath(name), conditions)
                    .filter(target -> staysAmongPackages(home, target))
                    .filter(files::isFile);
        }
        var path = ModulePath.join(home, subpath(name));
        if (subpath(name).equals(".")) {
            return folder(home);
        }
        var file = path.flatMap(this::file);
        return file.isPresent() ? file : path.flatMap(this::folder);
    }

    /** The first part of a name, or the first two where it begins with an at sign. */
    static String packageName(String name) {
        var slash = name.indexOf('/');
        if (slash > 0 && name.startsWith("@")) {
            slash = name.indexOf('/', slash + 1);
        }
        return slash < 0 ? name : name.substring(0, slash);
    }

    private static String subpath(String name) {
        return "." + name.substring(packageName(name).length());
    }

    private Optional<String> file(String path) {
        for (var extension : new String[] {"", ".js", ".json", ".cjs", ".mjs"}) {
            if (files.isFile(path + extension)) {
                return Optional.of(path + extension);
            }
        }
        return Optional.empty();
    }

    private Optional<String> folder(String path) {
        var main = packageJson(path)
                .main()
                .flatMap(file -> ModulePath.join(path, file))
                .filter(target -> staysAmongPackages(path, target));
        var found = main.flatMap(this::file);
        if (found.isEmpty()) {
            found = main.flatMap(folder -> file(ModulePath.child(folder, "index")));
        }
        return found.isPresent() ? found : file(ModulePath.child(path, "index"));
    }

    private PackageJson packageJson(String folder) {
        var file = ModulePath.child(folder, PACKAGE_JSON);
        return files.isFile(file) // nothing is remembered of the names that a script makes up
                ? packages.computeIfAbsent(folder, home -> PackageJson.of(home, files.text(file)))
                : PackageJson.of(folder, null);
    }

    /** The package that code in this folder belongs to. */
    private PackageJson scope(String folder) {
        for (var home = folder; ; home = ModulePath.parent(home)) {
            if (home.isEmpty()
                    || home.endsWith("/" + NODE_MODULES)
                    || files.isFile(ModulePath.child(home, PACKAGE_JSON))) {
                return packageJson(home);
            }
        }
    }
}
