package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How much an Action's requests may take.
 *
 * @param totalTime from {@code send} to the last byte, waiting for a free place included
 * @param bodyBytes of an answer after decompression
 * @param requestBodyBytes of a request
 * @param headerBytes of an answer's headers, and of a request's
 * @param headerCount of an answer's headers, and of a request's
 * @param redirects that are followed
 * @param parallelPerExecution requests under way; more wait, up to five times as many
 * @param parallelPerTenant requests under way over all executions; more wait
 * @param depth how often a flow may start a flow that starts a flow; 0 forbids all requests
 */
public record HttpLimits(
        Duration totalTime,
        int bodyBytes,
        int requestBodyBytes,
        int headerBytes,
        int headerCount,
        int redirects,
        int parallelPerExecution,
        int parallelPerTenant,
        int depth) {

    private static final HttpLimits DEFAULTS =
            new HttpLimits(Duration.ofSeconds(30), 10 << 20, 5 << 20, 64 << 10, 200, 20, 20, 100, 3);

    public HttpLimits {
        requireNonNull(totalTime, "totalTime");
        if (totalTime.isNegative() || totalTime.isZero()) {
            throw new IllegalArgumentException("totalTime must be positive");
        }
        if (bodyBytes < 0 || requestBodyBytes < 0 || headerBytes < 0 || headerCount < 0 || redirects < 0 || depth < 0) {
            throw new IllegalArgumentException("limits must not be negative");
        }
        if (parallelPerExecution <= 0 || parallelPerTenant <= 0) {
            throw new IllegalArgumentException("at least one request must be possible at a time");
        }
    }

    public static HttpLimits defaults() {
        return DEFAULTS;
    }

    public HttpLimits withTotalTime(Duration totalTime) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withBodyBytes(int bodyBytes) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withRequestBodyBytes(int requestBodyBytes) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withHeaderBytes(int headerBytes) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withHeaderCount(int headerCount) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withRedirects(int redirects) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withParallelPerExecution(int parallelPerExecution) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withParallelPerTenant(int parallelPerTenant) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    public HttpLimits withDepth(int depth) {
        return new HttpLimits(
                totalTime,
                bodyBytes,
                requestBodyBytes,
                headerBytes,
                headerCount,
                redirects,
                parallelPerExecution,
                parallelPerTenant,
                depth);
    }

    /** Running and waiting requests of one execution together. */
    int pendingPerExecution() {
        return (int) Math.min(Integer.MAX_VALUE, 5L * parallelPerExecution + parallelPerExecution);
    }
}
