package dev.postern.folder;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of one folder, and none outside of it: neither by {@code ..} nor through a symbolic link. */
final class FolderFiles {

    /** More than any export has; what is larger is a mistake, or an attack on the memory of a server. */
    static final int MOST_BYTES = 32 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path named;
    private final Path root;
    private final Keywords keywords;

    FolderFiles(Path folder, Map<String, String> environment) {
        this.named = folder;
        try {
            this.root = folder.toRealPath();
        } catch (IOException e) {
            throw new FolderException("there is no folder " + folder);
        }
        var config = find("config.json");
        var configured = config.isEmpty()
                ? MissingNode.getInstance()
                : json("config.json", text("config.json", config.get())).path("AUTH0_KEYWORD_REPLACE_MAPPINGS");
        this.keywords = Keywords.of(configured, environment);
    }

    /** The file at this path of an export: below the root, with either slash. */
    Optional<Path> find(String path) {
        try {
            var below = path.replace('\\', '/').replaceFirst("^/+", "");
            var file = root.resolve(below).normalize();
            if (!file.startsWith(root)) {
                throw outside(path);
            }
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            var real = file.toRealPath();
            if (!real.startsWith(root)) {
                throw outside(path);
            }
            return Optional.of(real).filter(Files::isRegularFile);
        } catch (InvalidPathException | IOException e) {
            throw new FolderException("cannot read " + name(path));
        }
    }

    /** The folder at this path, if it is there and not elsewhere by a link. */
    Optional<Path> findFolder(String path) {
        try {
            var folder = root.resolve(path).normalize();
            return Files.isDirectory(folder)
                    ? Optional.of(folder.toRealPath()).filter(real -> real.startsWith(root))
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            throw new FolderException("cannot read " + name(path));
        }
    }

    /** The folder itself, as a real path. */
    Path root() {
        return root;
    }

    private FolderException outside(String path) {
        return new FolderException(name(path) + " is outside of the folder; move it into " + named);
    }

    /** The paths of a folder's files that end so, by name. */
    List<String> list(String folder, String ending) {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try {
            var real = root.resolve(folder).toRealPath();
            if (!real.startsWith(root)) {
                throw outside(folder);
            }
            return list(real, folder, ending);
        } catch (IOException e) {
            throw new FolderException("cannot read the folder " + name(folder));
        }
    }

    private static List<String> list(Path real, String folder, String ending) throws IOException {
        try (var files = Files.list(real)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder + "/" + file.getFileName())
                    .filter(file -> file.endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    /** The JSON of a file, its markers replaced. */
    JsonNode json(String path) {
        return json(path, replaced(path));
    }

    /** The same of a YAML file. */
    JsonNode yaml(String path) {
        try {
            return YamlTree.parse(replaced(path));
        } catch (JsonProcessingException e) {
            throw unreadable(path, "YAML", e);
        } catch (IOException e) {
            throw new FolderException("cannot read " + name(path));
        }
    }

    /** The text of a file that is there, its markers replaced. */
    String replaced(String path) {
        var file = find(path).orElseThrow(() -> new FolderException("there is no file " + name(path)));
        return keywords.replaceIn(text(path, file));
    }

    /** A file as the caller knows it. */
    String name(String path) {
        var below = path.replaceFirst("^[./\\\\]+", "");
        return named.toString().isEmpty() ? below : named + "/" + below;
    }

    private JsonNode json(String path, String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw unreadable(path, "JSON", e);
        }
    }

    private FolderException unreadable(String path, String format, JsonProcessingException e) {
        var at = e.getLocation();
        var place = at == null ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
        return new FolderException(name(path) + " is not " + format + place
                + "; it is read after its markers are replaced, and a value with quotes or line ends needs @@KEY@@");
    }

    private String text(String path, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new FolderException(name(path) + " has more than " + MOST_BYTES + " bytes");
            }
            return Files.readString(file).replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new FolderException(name(path) + " is not UTF-8 text");
        } catch (IOException e) {
            throw new FolderException("cannot read " + name(path));
        }
    }
}
