package dev.postern.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the server keeps, where a real one has a database: JSON objects in files of a folder. Thread-safe in one process. */
final class JsonFiles {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Path folder;

    JsonFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** What is kept under the name, which anybody may have made up. */
    synchronized Optional<ObjectNode> find(String name) {
        var file = file(name);
        if (file.isEmpty() || !Files.exists(file.get())) {
            return Optional.empty();
        }
        try {
            return Optional.of((ObjectNode) MAPPER.readTree(file.get().toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When it returns, the file is there as a whole. */
    synchronized void put(String name, ObjectNode json) {
        var file = file(name).orElseThrow(() -> new IllegalArgumentException("no name of a file"));
        var written = file.resolveSibling(file.getFileName() + ".new");
        try {
            MAPPER.writeValue(written.toFile(), json);
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was kept until now, for one caller. */
    synchronized Optional<ObjectNode> take(String name) {
        var found = find(name);
        file(name).ifPresent(file -> file.toFile().delete());
        return found;
    }

    /** Changes what is kept while nobody else does, and answers as the change does; false where nothing is kept. */
    synchronized boolean change(String name, Predicate<ObjectNode> change) {
        var found = find(name);
        if (found.isEmpty()) {
            return false;
        }
        var answer = change.test(found.get());
        put(name, found.get());
        return answer;
    }

    private Optional<Path> file(String name) {
        return NAME.matcher(name).matches() ? Optional.of(folder.resolve(name + ".json")) : Optional.empty();
    }
}
