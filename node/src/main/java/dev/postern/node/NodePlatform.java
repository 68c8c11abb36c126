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
            "http2",
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
            entry("async_hooks", "async_hooks.js"),
            entry("buffer", "buffer.js"),
            entry("crypto", "crypto.js"),
            entry("diagnostics_channel", "diagnostics_channel.js"),
            entry("domain", "domain.js"),
            entry("events", "node_modules/events/events.js"),
            entry("http", "http.js"),
            entry("https", "https.js"),
            entry("os", "os.js"),
            entry("path", "node_modules/path-browserify/index.js"),
            entry("path/posix", "node_modules/path-browserify/index.js"),
            entry("perf_hooks", "perf_hooks.js"),
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

    /** The globals of each file. */
    private static final Map<String, List<String>> GLOBALS = Map.ofEntries(
            entry("buffer.js", List.of("Buffer")),
            entry("process.js", List.of("process")),
            entry("web/abort.js", List.of("AbortController", "AbortSignal")),
            entry("web/base64.js", List.of("atob", "btoa")),
            entry("web/blob.js", List.of("Blob", "File")),
            entry("web/clone.js", List.of("structuredClone")),
            entry("web/crypto.js", List.of("crypto", "Crypto", "CryptoKey", "SubtleCrypto")),
            entry("web/dom-exception.js", List.of("DOMException")),
            entry("web/events.js", List.of("CustomEvent", "Event", "EventTarget")),
            entry("web/fetch.js", List.of("fetch")),
            entry("web/form-data.js", List.of("FormData")),
            entry("web/headers.js", List.of("Headers")),
            entry("web/performance.js", List.of("performance", "Performance")),
            entry("web/request.js", List.of("Request")),
            entry("web/response.js", List.of("Response")),
            entry(
                    "web/streams.js",
                    List.of(
                            "ByteLengthQueuingStrategy",
                            "CountQueuingStrategy",
                            "ReadableByteStreamController",
                            "ReadableStream",
                            "ReadableStreamBYOBReader",
                            "ReadableStreamBYOBRequest",
                            "ReadableStreamDefaultController",
                            "ReadableStreamDefaultReader",
                            "TransformStream",
                            "TransformStreamDefaultController",
                            "WritableStream",
                            "WritableStreamDefaultController",
                            "WritableStreamDefaultWriter")),
            entry("web/url.js", List.of("URL", "URLSearchParams")));

    private static final Properties JARS = jars();
    private static final Platform PLATFORM = Platform.of(NodePlatform::file, MODULES, fileOfEach(GLOBALS));

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

    private static Map<String, String> fileOfEach(Map<String, List<String>> globals) {
        var files = new HashMap<String, String>();
        globals.forEach((file, names) -> names.forEach(name -> files.put(name, file)));
        return files;
    }

    private static Optional<String> file(String path) {
        if (path.startsWith(UNAVAILABLE)) {
            var name = path.substring(UNAVAILABLE.length());
            if (!REFUSED.contains(name)) {
                return Optional.empty();
            }
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
        var jar = JARS.getProperty(name);
        return NodePlatform.class.getResourceAsStream(
                jar == null ? path : "/META-INF/resources/webjars/" + jar + path.substring(slash));
    }

    private static Properties jars() {
        try (var in = NodePlatform.class.getResourceAsStream("webjars.properties")) {
            var jars = new Properties();
            jars.load(in);
            return jars;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
