package dev.postern.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code package.json} says of where the package's modules are, read as Node reads it.
 *
 * @param folder the package is in, or an empty string for the script's own
 * @param json the file; a missing node where it is not JSON
 */
record PackageJson(String folder, JsonNode json) {

    private static final int LONGEST = 4096;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static PackageJson of(String folder, @Nullable String text) {
        try {
            return new PackageJson(folder, text == null ? MissingNode.getInstance() : MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return new PackageJson(folder, MissingNode.getInstance());
        }
    }

    Optional<String> name() {
        return text("name");
    }

    Optional<String> main() {
        return text("main");
    }

    /** The names of packages that it depends on. */
    List<String> dependencies() {
        return json.path("dependencies").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isEsm() {
        return json.path("type").asText("").equals("module");
    }

    boolean hasExports() {
        return json.hasNonNull("exports");
    }

    /**
     * The path of a subpath that the package exports.
     *
     * @param subpath {@code .} or one that begins with {@code ./}
     */
    Optional<String> exported(String subpath, Set<String> conditions) {
        var exports = json.path("exports");
        var isSugar = !exports.isObject()
                || exports.properties().stream().noneMatch(e -> e.getKey().startsWith("."));
        if (isSugar) {
            return subpath.equals(".") ? target(exports, "", conditions, false) : Optional.empty();
        }
        return matched(exports, subpath, conditions, false);
    }

    /** The target of a private name, which begins with {@code #}: a path, or another package's name. */
    Optional<String> imported(String name, Set<String> conditions) {
        return matched(json.path("imports"), name, conditions, true);
    }

    /** The longest key that matches; a star in it matches anything, and stands for the same in the target. */
    private Optional<String> matched(JsonNode map, String name, Set<String> conditions, boolean isImport) {
        if (map.has(name) && !name.contains("*")) {
            return target(map.get(name), "", conditions, isImport);
        }
        String best = null;
        for (var entry : map.properties()) {
            var key = entry.getKey();
            var star = key.indexOf('*');
            if (star >= 0
                    && name.length() >= key.length()
                    && name.startsWith(key.substring(0, star))
                    && name.endsWith(key.substring(star + 1))
                    && (best == null || isMoreSpecific(key, best))) {
                best = key;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        var star = best.indexOf('*');
        var matched = name.substring(star, name.length() - (best.length() - star - 1));
        return target(map.get(best), matched, conditions, isImport);
    }

    private static boolean isMoreSpecific(String key, String than) {
        var base = key.indexOf('*');
        var other = than.indexOf('*');
        return base == other ? key.length() > than.length() : base > other;
    }

    /** The first target that is usable: a path in the package or, of imports, another package's name. */
    private Optional<String> target(JsonNode target, String star, Set<String> conditions, boolean isImport) {
        if (target.isTextual()) {
            var pattern = target.asText();
            var stars = pattern.chars().filter(c -> c == '*').count();
            if (pattern.length() + stars * star.length() > LONGEST) {
                return Optional.empty();
            }
            var text = pattern.replace("*", star);
            if (text.startsWith("./")) {
                return ModulePath.join(folder, text);
            }
            return isImport && !text.startsWith(".") && !text.startsWith("#") ? Optional.of(text) : Optional.empty();
        }
        if (target.isArray()) {
            for (var one : target) {
                var found = target(one, star, conditions, isImport);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (var entry : target.properties()) {
            if (conditions.contains(entry.getKey())) {
                var found = target(entry.getValue(), star, conditions, isImport);
                if (found.isPresent() || entry.getValue().isNull()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> text(String member) {
        return json.path(member).isTextual() ? Optional.of(json.path(member).asText()) : Optional.empty();
    }
}
