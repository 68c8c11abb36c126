package dev.postern.compat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case: what an Action does with a package.
 *
 * @param name of the package, as the lock file's packages call it
 */
record Work(String name, String script) {

    private static final Pattern REQUIRED = Pattern.compile("(?:require|import)\\('((?:@[^/']+/)?[^/']+)");
    private static final Set<String> OF_NODE = Set.of("crypto", "util");

    /** The file below this folder. */
    static Work read(Path folder, Path file) throws IOException {
        var path = folder.relativize(file).toString();
        return new Work(path.substring(0, path.length() - ".js".length()), Files.readString(file));
    }

    /** The packages that the script names itself. */
    Set<String> packages() {
        return REQUIRED.matcher(script)
                .results()
                .map(found -> found.group(1))
                .filter(found -> !OF_NODE.contains(found))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** A script that loads the package and does nothing with it. */
    String loading() {
        return "exports.run = async () => typeof require('" + name + "');";
    }
}
