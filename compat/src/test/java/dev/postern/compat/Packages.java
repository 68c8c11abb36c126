package dev.postern.compat;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The packages of the lock file, installed. */
final class Packages {

    private static final Path LOCKED = Path.of("packages");
    private static final String NODE_MODULES = "node_modules/";
    private static final Pattern SOURCE = Pattern.compile(".*\\.(?:js|cjs|mjs|json)");

    private final Path folder;
    private final JsonNode locked;

    private Packages(Path folder, JsonNode locked) {
        this.folder = folder;
        this.locked = locked;
    }

    /** Installs what the lock file names, unless that is there. Without npm or a registry the tests are skipped. */
    static Packages install() throws IOException, InterruptedException, GeneralSecurityException {
        var lock = Files.readAllBytes(LOCKED.resolve("package-lock.json"));
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(lock));
        var folder = Path.of("target", "packages").toAbsolutePath();
        var installed = folder.resolve("installed");
        if (!Files.exists(installed) || !Files.readString(installed).equals(hash)) {
            Files.createDirectories(folder);
            for (var file : new String[] {"package.json", "package-lock.json"}) {
                Files.copy(LOCKED.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            var ended = Command.run(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
            assumeTrue(ended.exit() == 0, "npm cannot install the packages: " + ended.err());
            Files.writeString(installed, hash);
        }
        return new Packages(folder, new ObjectMapper().readTree(lock).path("packages"));
    }

    Path folder() {
        return folder;
    }

    /** Name and version as the registry has them. */
    String nameAndVersion(String name) {
        var found = locked.path(NODE_MODULES + name);
        return found.path("name").asText(name) + " " + found.path("version").asText();
    }

    /** The sources of these packages and of all that they depend on, by path. */
    Map<String, String> sources(Set<String> names) throws IOException {
        var sources = new TreeMap<String, String>();
        for (var home : reached(names)) {
            addSources(folder.resolve(home), sources);
        }
        return sources;
    }

    private Set<String> reached(Set<String> names) {
        var reached = new LinkedHashSet<String>();
        var open = new ArrayDeque<String>();
        names.forEach(name -> open.add(NODE_MODULES + name));
        while (!open.isEmpty()) {
            var home = open.remove();
            if (reached.add(home)) {
                for (var kind : new String[] {"dependencies", "optionalDependencies", "peerDependencies"}) {
                    locked.path(home).path(kind).fieldNames().forEachRemaining(name -> {
                        var found = find(home, name);
                        if (!found.isEmpty()) open.add(found);
                    });
                }
            }
        }
        return reached;
    }

    /** Where a package that this one names is: below it, or below one that it is in. */
    private String find(String from, String name) {
        for (var home = from; ; home = home.substring(0, Math.max(0, home.lastIndexOf("/" + NODE_MODULES)))) {
            var candidate = home.isEmpty() ? NODE_MODULES + name : home + "/" + NODE_MODULES + name;
            if (locked.has(candidate)) return candidate;
            if (home.isEmpty()) return "";
        }
    }

    private void addSources(Path home, Map<String, String> sources) throws IOException {
        if (!Files.isDirectory(home)) return; // an optional one for another system
        try (var files = Files.walk(home)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var isNested = home.relativize(file).toString().contains(NODE_MODULES);
                if (!isNested && SOURCE.matcher(file.toString()).matches()) {
                    var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                    sources.put(folder.relativize(file).toString(), text);
                }
            }
        }
    }
}
