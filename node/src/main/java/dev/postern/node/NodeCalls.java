package dev.postern.node;

import dev.postern.sandbox.HostFunction;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What the modules of {@link NodePlatform} ask of the host. Thread-safe; one object serves all executions. Each execution
 * gets at the functions through its own {@link dev.postern.sandbox.HostFunctions}.
 */
public final class NodeCalls implements AutoCloseable {

    private static final long IDLE_SECONDS = 5;

    /** One thread for keys that take seconds to make, so that those who ask for many wait for each other. */
    private final ThreadPoolExecutor keys = new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("postern-keys-", 0).factory(),
            new ThreadPoolExecutor.DiscardPolicy()); // refuses only when closed, and then nobody waits

    private final CryptoCalls crypto = new CryptoCalls(keys);

    public NodeCalls() {
        keys.allowCoreThreadTimeOut(true);
    }

    /** The function of this name. */
    public Optional<HostFunction> find(String name) {
        return crypto.find(name).or(() -> ZlibCalls.find(name));
    }

    /** Stops making keys. What waits for one is to be cancelled first, as a sandbox does that closes. */
    @Override
    public void close() {
        keys.shutdownNow();
    }
}
