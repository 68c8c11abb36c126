package dev.postern.node;

import dev.postern.sandbox.HostFunction;
import java.util.Optional;

/**
 * What the modules of {@link NodePlatform} ask of the host. Thread-safe; one object serves all executions. Each execution
 * gets at the functions through its own {@link dev.postern.sandbox.HostFunctions}.
 */
public final class NodeCalls {

    private final CryptoCalls crypto = new CryptoCalls();

    /** Functions that hold nothing. */
    public NodeCalls() {}

    /** The function of this name. */
    public Optional<HostFunction> find(String name) {
        return crypto.find(name).or(() -> ZlibCalls.find(name));
    }
}
