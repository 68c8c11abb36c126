package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/** The requests of one execution. */
final class ExecutionHttp implements OutboundHttp {

    private final Egress egress;
    private final Executor threads;
    private final int depth;
    private final String depthValue;
    private final Consumer<OutboundHttp> onClose;
    private final Semaphore slots;

    /** The lock of {@link #closed} too. */
    private final Map<Exchange, CompletableFuture<OutboundResponse>> pending = new HashMap<>();

    private boolean closed;

    ExecutionHttp(Egress egress, Executor threads, int depth, String depthValue, Consumer<OutboundHttp> onClose) {
        this.egress = egress;
        this.threads = threads;
        this.depth = depth;
        this.depthValue = depthValue;
        this.onClose = onClose;
        this.slots = new Semaphore(egress.limits().parallelPerExecution(), true);
    }

    @Override
    public CompletableFuture<OutboundResponse> send(OutboundRequest request) {
        if (depth > egress.limits().depth()) {
            return failed(
                    Reason.TOO_DEEP,
                    "requests of Actions have led to this flow "
                            + egress.limits().depth()
                            + " times over; an Action must not call its own server in a circle");
        }
        // Before it waits for a slot: what waits is held in memory.
        if (request.body().orElseGet(() -> new byte[0]).length > egress.limits().requestBodyBytes()) {
            return failed(
                    Reason.LIMIT,
                    "the body of the request has more than " + egress.limits().requestBodyBytes()
                            + " bytes; send less");
        }
        var answer = new CompletableFuture<OutboundResponse>();
        var exchange = new Exchange(egress, slots, request, depthValue);
        synchronized (pending) {
            if (closed) {
                return CompletableFuture.failedFuture(ended());
            }
            if (pending.size() >= egress.limits().pendingPerExecution()) {
                return failed(
                        Reason.LIMIT,
                        "more than " + egress.limits().pendingPerExecution()
                                + " requests at once; await some before sending more");
            }
            pending.put(exchange, answer);
        }
        var unused = answer.whenComplete((response, failure) -> {
            exchange.abort();
            synchronized (pending) {
                pending.remove(exchange);
            }
        });
        try {
            threads.execute(() -> complete(answer, exchange));
        } catch (RejectedExecutionException e) {
            answer.completeExceptionally(ended());
        }
        return answer;
    }

    private static void complete(CompletableFuture<OutboundResponse> answer, Exchange exchange) {
        try {
            answer.complete(exchange.run());
        } catch (OutboundException | RuntimeException | Error e) {
            answer.completeExceptionally(e);
        }
    }

    private static OutboundException ended() {
        return new OutboundException(Reason.CLOSED, "the execution has ended; await each request before it does");
    }

    private static CompletableFuture<OutboundResponse> failed(Reason reason, String message) {
        return CompletableFuture.failedFuture(new OutboundException(reason, message));
    }

    @Override
    public void close() {
        List<CompletableFuture<OutboundResponse>> left;
        synchronized (pending) {
            closed = true;
            left = List.copyOf(pending.values());
        }
        left.forEach(answer -> answer.cancel(true));
        onClose.accept(this);
    }
}
