package dev.postern.node;

import static java.util.Map.entry;

import dev.postern.sandbox.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The modules under test, on ports of what they need of Node's others. */
final class PortedPlatform {

    private static final Map<String, String> PORTS = Map.of(
            "abort-controller", "3.0.0",
            "base64-js", "1.5.1",
            "buffer", "6.0.3",
            "event-target-shim", "5.0.1",
            "events", "3.3.0",
            "ieee754", "1.2.1",
            "process", "0.11.10",
            "readable-stream", "4.5.2",
            "string_decoder", "1.3.0");

    private static final Map<String, String> MODULES = Map.ofEntries(
            entry("buffer", "node_modules/buffer/index.js"),
            entry("crypto", "crypto.js"),
            entry("safe-buffer", "ports/safe-buffer.js"),
            entry("stream", "node_modules/readable-stream/lib/ours/index.js"),
            entry("string_decoder", "node_modules/string_decoder/lib/string_decoder.js"),
            entry("util", "ports/util.js"),
            entry("zlib", "zlib.js"));

    private static final Map<String, String> GLOBALS = Map.of(
            "Buffer", "ports/globals.js",
            "process", "ports/globals.js",
            "crypto", "web/crypto.js",
            "CryptoKey", "web/crypto.js",
            "SubtleCrypto", "web/crypto.js");

    static final Platform PLATFORM = Platform.of(PortedPlatform::file, MODULES, GLOBALS);

    private PortedPlatform() {}

    private static Optional<String> file(String path) {
        if (path.startsWith("ports/")) return resource("/" + path);
        if (!path.startsWith("node_modules/")) return resource("/dev/postern/node/" + path);
        var parts = path.split("/", 3);
        var version = PORTS.get(parts[1]);
        return version == null || parts.length < 3
                ? Optional.empty()
                : resource("/META-INF/resources/webjars/" + parts[1] + "/" + version + "/" + parts[2]);
    }

    private static Optional<String> resource(String name) {
        try (var in = PortedPlatform.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
