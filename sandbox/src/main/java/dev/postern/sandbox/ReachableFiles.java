package dev.postern.sandbox;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Collects the files that a script can load, beginning with the names in its text. The resolver of executions does the
 * finding; whatever it has read, it will read again. A package that makes up names is taken whole. Used once.
 */
final class ReachableFiles {

    private static final String NODE_MODULES = "node_modules/";
    private static final String PACKAGE_JSON = "package.json";
    private static final int MOST_CHARS = 32 << 20;
    private static final int MOST_FILES = 10_000;
    private static final int SHOWN_PACKAGES = 5;
    private static final double MEBI = 1 << 20;

    private final ModuleSource source;
    private final Map<String, String> texts = new TreeMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> whole = new HashSet<>();
    private final Deque<String> toScan = new ArrayDeque<>();
    private final ModuleResolver resolver = ModuleFiles.read(this::read).resolver();
    private long chars;

    private ReachableFiles(ModuleSource source) {
        this.source = source;
    }

    static Map<String, String> of(String code, ModuleSource source) {
        var files = new ReachableFiles(source);
        files.scan("", new ModuleNames(code));
        while (!files.toScan.isEmpty()) {
            var path = files.toScan.remove();
            files.read(path).ifPresent(text -> files.scan(path, new ModuleNames(text)));
        }
        return files.texts;
    }

    /** A file for the resolver to look at, which is kept. */
    private Optional<String> read(String path) {
        var known = texts.get(path);
        if (known != null) {
            return Optional.of(known);
        }
        var text = source.read(path);
        text.ifPresent(read -> {
            texts.put(path, read);
            chars += read.length();
            if (chars > MOST_CHARS || texts.size() > MOST_FILES) {
                throw new IllegalArgumentException(tooMuch());
            }
        });
        return text;
    }

    /** @param path of the file with these names; empty for the script */
    private void scan(String path, ModuleNames names) {
        var folder = ModulePath.parent(path);
        names.required().forEach(name -> reach(folder, name, false));
        names.imported().forEach(name -> reach(folder, name, true));
        if (names.hasOthers()) {
            if (home(path).isEmpty()) {
                var own = PackageJson.of("", read(PACKAGE_JSON).orElse(null));
                own.dependencies().forEach(name -> takeWhole(NODE_MODULES + name));
            } else {
                takeWhole(home(path));
            }
        }
    }

    private void reach(String folder, String name, boolean isImport) {
        resolver.find(folder, name, isImport)
                .or(() -> resolver.find(folder, withoutVersion(name), isImport))
                .ifPresent(this::reach);
    }

    private void reach(String path) {
        if (reached.add(path) && !path.endsWith(".json")) {
            toScan.add(path);
        }
    }

    private void takeWhole(String home) {
        if (whole.add(home)) {
            for (var path : source.list(home)) {
                read(path).ifPresent(text -> reach(path));
            }
        }
    }

    /** As {@code modules.js} takes it off where nothing has the name as it is. */
    private static String withoutVersion(String name) {
        return name.replaceFirst("(?<=.)@[^/]*", "");
    }

    /** The folder of the package that a file belongs to; empty for the script's own. */
    private static String home(String path) {
        var modules = path.lastIndexOf(NODE_MODULES);
        if (modules < 0) {
            return "";
        }
        var from = modules + NODE_MODULES.length();
        return path.substring(0, from) + ModuleResolver.packageName(path.substring(from));
    }

    private String tooMuch() {
        var sizes = new HashMap<String, Long>();
        texts.forEach((path, text) -> sizes.merge(home(path), (long) text.length(), Long::sum));
        var largest = sizes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN_PACKAGES)
                .map(size -> String.format(
                        Locale.ROOT,
                        "%s %.1f MiB",
                        size.getKey().isEmpty() ? "its own files" : size.getKey(),
                        size.getValue() / MEBI))
                .collect(Collectors.joining(", "));
        return "what it requires has more than " + MOST_FILES + " files or " + (MOST_CHARS >> 20) + " MiB; so far: "
                + largest;
    }
}
