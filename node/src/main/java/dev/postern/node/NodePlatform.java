package dev.postern.node;

import static java.util.Map.entry;

import dev.postern.sandbox.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Node's core modules and the Web APIs, in the form the sandbox takes. Its files are resources of this module, and the
 * npm packages it stands on are WebJars on the class path, but for those whose place a small file of our own takes.
 */
public final class NodePlatform {

    private static final String PACKAGES = "node_modules/";
    private static final String UNAVAILABLE = "unavailable/";

    /** Modules that reach out of the sandbox, which load and refuse to work. */
    private static final List<String> REFUSED = List.of(
            "child_process",
            "cluster",
            "dgram",
            "dns",
            "dns/promises",
            "fs",
            "fs/promises",
            "http",
            "http2",
            "https",
            "inspector",
            "net",
            "readline",
            "repl",
            "tls",
            "v8",
            "vm",
            "worker_threads");

    /** The file of each module, by the name that guest code requires. */
    private static final Map<String, String> MODULES = withUnavailable(Map.ofEntries(
            entry("assert", "assert.js"),
            entry("assert/strict", "assert-strict.js"),
            entry("buffer", "buffer.js"),
            entry("crypto", "crypto.js"),
            entry("events", "node_modules/events/events.js"),
            entry("os", "os.js"),
            entry("path", "node_modules/path-browserify/index.js"),
            entry("path/posix", "node_modules/path-browserify/index.js"),
            entry("process", "process-module.js"),
            entry("punycode", "node_modules/punycode/punycode.js"),
            entry("querystring", "querystring.js"),
            entry("stream", "node_modules/readable-stream/lib/ours/index.js"),
            entry("stream/promises", "node_modules/readable-stream/lib/stream/promises.js"),
            entry("string_decoder", "node_modules/string_decoder/lib/string_decoder.js"),
            entry("timers", "timers.js"),
            entry("timers/promises", "timers-promises.js"),
            entry("tty", "tty.js"),
            entry("url", "url.js"),
            entry("util", "util.js"),
            entry("util/types", "util/types.js"),
            entry("zlib", "zlib.js")));

    /** The file of each global, by its name. */
    private static final Map<String, String> GLOBALS = Map.ofEntries(
            entry("Buffer", "buffer.js"),
            entry("process", "process.js"),
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

    private static Map<String, String> withUnavailable(Map<String, String> modules) {
        var all = new HashMap<>(modules);
        REFUSED.forEach(name -> all.put(name, UNAVAILABLE + name));
        return Map.copyOf(all);
    }

    private static Optional<String> file(String path) {
        if (path.startsWith(UNAVAILABLE)) {
            var name = path.substring(UNAVAILABLE.length());
            var up = name.contains("/") ? "../../" : "../";
            return Optional.of("module.exports = require('" + up + "unavailable.js')('" + name + "');");
        }
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
        return NodePlatform.class.getResourceAsStream(
                version == null ? path : "/META-INF/resources/webjars/" + name + "/" + version + path.substring(slash));
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
