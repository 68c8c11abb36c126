package dev.postern.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.http.OutboundException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what becomes of a request. */
final class Outcome {

    private static final int PATIENCE_SECONDS = 20;

    private Outcome() {}

    static OutboundResponse answer(CompletableFuture<OutboundResponse> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    static String text(CompletableFuture<OutboundResponse> future)
            throws InterruptedException, ExecutionException, TimeoutException {
        return new String(answer(future).body(), StandardCharsets.UTF_8);
    }

    static OutboundException failure(CompletableFuture<OutboundResponse> future) {
        var failed = assertThrows(ExecutionException.class, () -> answer(future));
        return assertInstanceOf(OutboundException.class, failed.getCause());
    }

    static void assertFails(Reason reason, String message, CompletableFuture<OutboundResponse> future) {
        OutboundException failure = failure(future);
        assertEquals(message, failure.getMessage().replaceAll("127\\.0\\.0\\.1:\\d{5}\\b", "127.0.0.1:PORT"));
        assertEquals(reason, failure.reason());
    }
}
