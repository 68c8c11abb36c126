package dev.postern.cli.types;

import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;

/** What the types alone do not say of a method or a member: {@code comments.properties} beside this class. */
final class Comments {

    private final Properties comments = new Properties();

    Comments() {
        try (var in = resource("comments.properties");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            comments.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For a path such as {@code api.cache.get}; what is written for this trigger alone comes first. Empty if nothing. */
    String of(Trigger trigger, String path) {
        return comments.getProperty(trigger.id() + "/" + path, comments.getProperty(path, ""));
    }

    /** All paths that have a comment. */
    Set<String> paths() {
        return comments.stringPropertyNames();
    }

    /** A file beside this class. */
    static InputStream resource(String name) {
        var in = Comments.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException(name + " is missing from the jar");
        }
        return in;
    }
}
