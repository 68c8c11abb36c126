package dev.postern.http;

import java.util.concurrent.CompletableFuture;

/**
 * HTTP for one execution of an Action. Thread-safe. The runtime closes it when the execution ends, which aborts what is
 * still under way.
 */
public interface OutboundHttp extends AutoCloseable {

    /**
     * Sends a request. No platform thread waits for the answer.
     *
     * @return completed with the whole answer, or with an {@link OutboundException}; completing it from outside, as
     *     {@code cancel} does, aborts the exchange and closes its connection
     */
    CompletableFuture<OutboundResponse> send(OutboundRequest request);

    /** Aborts all exchanges; their futures are cancelled. */
    @Override
    void close();
}
