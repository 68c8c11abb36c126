package dev.postern.node;

import static java.util.Map.entry;

import dev.postern.sandbox.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Node's core modules and the Web APIs, in the form the sandbox takes. Its files are resources of this module, and the
 * npm packages it stands on are WebJars on the class path.
 */
public final class NodePlatform {

    private static final String PACKAGES = "node_modules/";

    /** The file of each module, by the name that guest code requires. */
    private static final Map<String, String> MODULES = Map.ofEntries(
            entry("crypto", "crypto.js"), //
            entry("zlib", "zlib.js"));

    /** The file of each global, by its name. */
    private static final Map<String, String> GLOBALS = Map.ofEntries(
            entry("crypto", "web/crypto.js"),
            entry("Crypto", "web/crypto.js"),
            entry("CryptoKey", "web/crypto.js"),
            entry("SubtleCrypto", "web/crypto.js"));

    private static final Properties VERSIONS = versions();
    private static final Platform PLATFORM = Platform.of(NodePlatform::file, MODULES, GLOBALS);

    private NodePlatform() {}

    /** One and the same for all sandboxes. */
    public static Platform platform() {
        return PLATFORM;
    }

    private static Optional<String> file(String path) {
        try (var in = resource(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable InputStream resource(String path) {
        if (!path.startsWith(PACKAGES)) return NodePlatform.class.getResourceAsStream(path);
        var slash = path.indexOf('/', PACKAGES.length());
        if (slash < 0) return null;
        var name = path.substring(PACKAGES.length(), slash);
        var version = VERSIONS.getProperty(name);
        return version == null
                ? null
                : NodePlatform.class.getResourceAsStream(
                        "/META-INF/resources/webjars/" + name + "/" + version + path.substring(slash));
    }

    private static Properties versions() {
        try (var in = NodePlatform.class.getResourceAsStream("webjars.properties")) {
            var versions = new Properties();
            versions.load(in);
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
