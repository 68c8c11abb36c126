package dev.postern.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.folder.Dependency;
import dev.postern.folder.Requirements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The packages that npm installs in one folder: {@code package.json} says which, and its lock file pins them.
 *
 * @param of whose they are, for a person
 * @param folder where they go
 * @param dependencies what is asked for, by name
 */
record InstalledPackages(String of, Path folder, List<Dependency> dependencies) {

    static final String PACKAGE_JSON = "package.json";
    private static final String LOCK = "package-lock.json";
    private static final String NODE_MODULES = "node_modules";
    private static final String DEPENDENCIES = "dependencies";
    private static final String NPMRC = ".npmrc";
    private static final List<String> OTHER_DEPENDENCIES =
            List.of("optionalDependencies", "peerDependencies", "devDependencies");
    private static final List<String> REFUSED =
            List.of("overrides", "workspaces", "bundleDependencies", "bundledDependencies");
    private static final int LONGEST_NAME = 214;

    /** A name that npm takes for no option, path or address. */
    private static final Pattern NAME = Pattern.compile("(?:@[a-zA-Z0-9][\\w.~-]*/)?[a-zA-Z0-9][\\w.~-]*");

    /** Versions, ranges and tags. What ends like a packed file is one to npm, even {@code 1.tgz}. */
    private static final Pattern VERSION = Pattern.compile("(?i)(?!.*\\.(?:tgz|tar|tar\\.gz)\\s*$)"
            + "(?:[a-z][a-z0-9-]*|(?:(?:^|\\s+-\\s+|\\s*\\|\\|\\s*|\\s+)(?:[~^=]|[<>]=?)?\\s*v?[0-9x*][\\w.*+-]*)+)");

    InstalledPackages {
        dependencies = List.copyOf(dependencies);
    }

    static InstalledPackages of(Requirements asked) {
        var folder = asked.folder();
        var parent = folder.getParent();
        if (Files.isSymbolicLink(folder) || (parent != null && Files.isSymbolicLink(parent))) {
            throw new UsageException(folder + " is, or is in, a symbolic link; make it a folder");
        }
        return new InstalledPackages("'" + asked.of() + "'", folder, asked.packages());
    }

    /** Those that the package.json in a folder asks for; empty if it asks for none. */
    static Optional<InstalledPackages> of(Path folder) {
        var dependencies = new ArrayList<Dependency>();
        for (var dependency :
                json(folder.resolve(PACKAGE_JSON)).path(DEPENDENCIES).properties()) {
            dependencies.add(
                    new Dependency(dependency.getKey(), dependency.getValue().asText()));
        }
        return dependencies.isEmpty()
                ? Optional.empty()
                : Optional.of(new InstalledPackages(folder.resolve(PACKAGE_JSON).toString(), folder, dependencies));
    }

    /** Refuses what npm would take from elsewhere than its registry, and folders that lead elsewhere. */
    void check(Npm npm) {
        for (var dependency : dependencies) {
            checkSource(dependency);
            if (!dependency.registry().isEmpty() && !npm.isRegistry(dependency.registry())) {
                throw new UsageException(of + " has '" + dependency.name()
                        + "' from another registry than the one npm is set to; set that one in your .npmrc");
            }
        }
        if (Files.exists(folder.resolve(NPMRC), LinkOption.NOFOLLOW_LINKS)) {
            throw new UsageException(
                    folder.resolve(NPMRC)
                            + " would tell npm where to fetch from and what to send there; move what you need of it to your own .npmrc");
        }
        for (var written : List.of(PACKAGE_JSON, LOCK, NODE_MODULES)) {
            if (Files.isSymbolicLink(folder.resolve(written))) {
                throw new UsageException(folder.resolve(written) + " is a symbolic link; remove it");
            }
        }
        checkPackageJson();
    }

    /** The other lists that npm heeds, which a person or an export may have written there. */
    private void checkPackageJson() {
        var json = readPackageJson();
        for (var list : OTHER_DEPENDENCIES) {
            json.path(list)
                    .properties()
                    .forEach(entry -> checkSource(
                            new Dependency(entry.getKey(), entry.getValue().asText())));
        }
        for (var member : REFUSED) {
            if (!json.path(member).isEmpty()) {
                throw new UsageException(
                        folder.resolve(PACKAGE_JSON) + " has '" + member + "', which is not supported; remove it");
            }
        }
    }

    private void checkSource(Dependency dependency) {
        var name = dependency.name();
        if (!NAME.matcher(name).matches() || name.length() > LONGEST_NAME) {
            throw new UsageException(of + " depends on '" + name + "', which is not the name of a package");
        }
        if (version(dependency).length() > LONGEST_NAME
                || !VERSION.matcher(version(dependency)).matches()) {
            throw new UsageException(of + " depends on '" + name + "' in '" + dependency.version()
                    + "'; only versions of a registry are installed, such as 1.2.3, ^1.2.0 or latest");
        }
    }

    /** Auth0 takes the newest where no version is given. */
    private static String version(Dependency dependency) {
        return dependency.version().isBlank() ? "latest" : dependency.version();
    }

    /** Has npm install them, as the lock file says if it is that of these; whether it could. */
    boolean install(Npm npm) {
        var asked = JsonNodeFactory.instance.objectNode();
        dependencies.forEach(dependency -> asked.put(dependency.name(), version(dependency)));
        writePackageJson(asked);
        return npm.run(folder, isLocked(asked) ? "ci" : "install");
    }

    private JsonNode readPackageJson() {
        var file = folder.resolve(PACKAGE_JSON);
        return Files.exists(file) ? json(file) : JsonNodeFactory.instance.objectNode();
    }

    /** What else a person has written there stays. */
    private void writePackageJson(ObjectNode asked) {
        var found = readPackageJson();
        if (!found.path(DEPENDENCIES).equals(asked)) {
            var json = found instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
            if (json.isEmpty()) {
                json.put("private", true);
            }
            json.set(DEPENDENCIES, asked);
            try {
                Files.createDirectories(folder);
            } catch (IOException e) {
                throw new UsageException("cannot make the folder " + folder);
            }
            GeneratedFile.write(folder.resolve(PACKAGE_JSON), json.toPrettyString() + "\n");
        }
    }

    private boolean isLocked(JsonNode asked) {
        var lock = folder.resolve(LOCK);
        return Files.exists(lock)
                && json(lock).path("packages").path("").path(DEPENDENCIES).equals(asked);
    }

    /** Names and versions that are there now. */
    List<String> installed() {
        return dependencies.stream()
                .map(dependency -> dependency.name() + " " + installedVersion(dependency.name()))
                .toList();
    }

    private String installedVersion(String name) {
        var json = folder.resolve(NODE_MODULES).resolve(name).resolve(PACKAGE_JSON);
        return json(json).path("version").asText();
    }

    private static JsonNode json(Path file) {
        return FlowSource.json(file);
    }
}
