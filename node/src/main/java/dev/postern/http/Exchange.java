package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** One request with all its redirects, on a virtual thread of its own. May be aborted from any thread. */
final class Exchange {

    private final Egress egress;
    private final Semaphore executionSlots;
    private final OutboundRequest request;
    private final String depth;
    private final Deadline deadline;

    /** Guards the three below it. */
    private final Object lock = new Object();

    private boolean aborted;
    private @Nullable Thread thread;
    private @Nullable Call call;

    Exchange(Egress egress, Semaphore executionSlots, OutboundRequest request, String depth) {
        this.egress = egress;
        this.executionSlots = executionSlots;
        this.request = request;
        this.depth = depth;
        this.deadline = new Deadline(egress.limits().totalTime());
    }

    OutboundResponse run() throws OutboundException {
        synchronized (lock) {
            if (aborted) {
                throw closed();
            }
            thread = Thread.currentThread();
        }
        try {
            return inSlot(executionSlots, () -> inSlot(egress.slots(), this::follow));
        } catch (InterruptedException e) {
            throw deadline.hasPassed() ? deadline.timedOut() : closed();
        } finally {
            synchronized (lock) {
                thread = null;
                call = null;
                // Whoever waits for the answer goes on in this thread, and was not interrupted.
                Thread.interrupted();
            }
        }
    }

    /** Ends it wherever it is: waiting, looking up, connecting, sending, reading. Nothing once it has ended. */
    void abort() {
        synchronized (lock) {
            aborted = true;
            if (thread != null) {
                thread.interrupt();
            }
            if (call != null) {
                call.cancel();
            }
        }
    }

    @FunctionalInterface
    private interface Step {
        OutboundResponse run() throws OutboundException, InterruptedException;
    }

    private OutboundResponse inSlot(Semaphore slots, Step step) throws OutboundException, InterruptedException {
        if (!slots.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
            throw deadline.timedOut();
        }
        try {
            return step.run();
        } finally {
            slots.release();
        }
    }

    private OutboundResponse follow() throws OutboundException {
        Target target = Target.parse(request.url());
        Request hop = new RequestCheck(egress.limits()).check(request, target, depth);
        var reader = new ResponseReader(egress.limits());
        for (int redirects = 0; redirects <= egress.limits().redirects(); redirects++) {
            egress.policy().checkTarget(target);
            try (Response response = begin(hop, target).execute()) {
                reader.checkHeaders(response);
                Optional<Request> next = Redirects.next(response, request.redirects());
                if (next.isEmpty()) {
                    return reader.read(response, hop.url().toString(), redirects > 0);
                }
                hop = next.get();
            } catch (IOException e) {
                throw explain(e, target);
            }
            target = Target.of(hop.url());
        }
        throw new OutboundException(
                Reason.REDIRECT, "more than " + egress.limits().redirects() + " redirects; call the last URL itself");
    }

    /** The call of one hop, which the end of its time and {@link #abort} both cancel. */
    private Call begin(Request hop, Target target) throws OutboundException {
        var waiting = Thread.currentThread();
        OkHttpClient client = egress.client()
                .newBuilder()
                .dns(new GuardedDns(egress.policy(), egress.network(), target.port()))
                .callTimeout(deadline.left())
                .eventListener(new EventListener() {
                    // Cancelling closes the socket, but a name may still be being looked up.
                    @Override
                    public void canceled(Call call) {
                        waiting.interrupt();
                    }
                })
                .build();
        synchronized (lock) {
            if (aborted) {
                throw closed();
            }
            call = client.newCall(hop);
            return call;
        }
    }

    /** Once the exchange was ended from outside, what OkHttp says is no more than "closed". */
    private OutboundException explain(IOException failure, Target target) {
        synchronized (lock) {
            if (aborted) {
                return closed();
            }
        }
        return deadline.hasPassed() ? deadline.timedOut() : NetworkFailure.explain(failure, target);
    }

    private static OutboundException closed() {
        return new OutboundException(Reason.CLOSED, "the request was aborted");
    }
}
