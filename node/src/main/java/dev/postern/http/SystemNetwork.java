package dev.postern.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Names as the JDK resolves them. Its call into the system holds the carrier of a virtual thread, so slow names would
 * stop all requests; a few threads of its own, which are gone when idle, are held up instead.
 */
final class SystemNetwork implements Network {

    private static final int LOOKUPS = 4;

    private final ThreadPoolExecutor lookups = new ThreadPoolExecutor(
            LOOKUPS,
            LOOKUPS,
            5,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("postern-dns-", 0).factory());

    SystemNetwork() {
        lookups.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> resolve(String host) throws IOException {
        try {
            var lookup = lookups.submit(() -> List.of(InetAddress.getAllByName(host)));
            try {
                return lookup.get();
            } finally {
                lookup.cancel(true);
            }
        } catch (ExecutionException e) {
            var unknown = new UnknownHostException(host);
            unknown.initCause(e.getCause());
            throw unknown;
        } catch (InterruptedException | RejectedExecutionException e) {
            throw new InterruptedIOException("stopped while looking up " + host);
        }
    }

    @Override
    public void close() {
        lookups.shutdownNow();
    }
}
