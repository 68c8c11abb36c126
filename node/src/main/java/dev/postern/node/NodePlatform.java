package dev.postern.node;

import dev.postern.sandbox.Platform;
import java.util.Map;
import java.util.Optional;

/** Node's core modules and the Web APIs, in the form the sandbox takes. */
public final class NodePlatform {

    private static final Map<String, String> MODULES = Map.of();
    private static final Map<String, String> GLOBALS = Map.of();

    private static final Platform PLATFORM = Platform.of(NodePlatform::file, MODULES, GLOBALS);

    private NodePlatform() {}

    /** One and the same for all sandboxes. */
    public static Platform platform() {
        return PLATFORM;
    }

    private static Optional<String> file(String path) {
        return Optional.empty();
    }
}
