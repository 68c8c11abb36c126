package dev.postern.node;

import static java.util.Objects.requireNonNull;

import dev.postern.http.Header;
import dev.postern.http.OutboundException;
import dev.postern.http.OutboundHttp;
import dev.postern.http.OutboundRequest;
import dev.postern.http.OutboundResponse;
import dev.postern.http.RedirectMode;
import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The host's side of {@code fetch} and {@code http}, for one execution. */
public final class FetchCalls {

    /** Bodies of all answers to one execution together. They are held outside of what the sandbox counts. */
    private static final long MOST_BYTES = 64L << 20;

    private final Supplier<OutboundHttp> http;
    private final AtomicLong received = new AtomicLong();

    /**
     * Calls that send through this client.
     *
     * @param http asked at each request, and for the first one only when there is one; gives the same client each time
     */
    public FetchCalls(Supplier<OutboundHttp> http) {
        this.http = requireNonNull(http, "http");
    }

    /** The function of this name, all of which begin with {@code fetch.}. */
    public Optional<HostFunction> find(String name) {
        return name.equals("fetch.send")
                ? Optional.of((HostFunction.Deferred) message -> send(CallArguments.of(message)))
                : Optional.empty();
    }

    private CompletableFuture<HostMessage> send(CallArguments arguments) throws Refused {
        var request = OutboundRequest.of(arguments.text("method"), arguments.text("url"))
                .withHeaders(headers(arguments))
                .withRedirects(redirects(arguments.text("redirect")));
        if (received.get() > MOST_BYTES) throw tooMuch();
        var exchange = http.get().send(arguments.hasBytes(0) ? request.withBody(arguments.bytes(0)) : request);
        var answer = exchange.handle(this::answer);
        // A guest that gives up ends the exchange, not only its own wait.
        var unused = answer.whenComplete((message, failure) -> exchange.cancel(true));
        return answer;
    }

    private HostMessage answer(OutboundResponse response, @Nullable Throwable failure) {
        if (failure instanceof OutboundException refusal) {
            throw new CompletionException(CallFault.error(refusal.reason().code(), refusal.getMessage()));
        }
        if (failure instanceof CancellationException) {
            throw new CompletionException(CallFault.error("ECONNRESET", "the request was aborted"));
        }
        if (failure != null) throw new CompletionException(failure);
        if (received.addAndGet(response.body().length) > MOST_BYTES) throw new CompletionException(tooMuch());
        var json = CallArguments.object()
                .put("status", response.status())
                .put("statusText", response.statusText())
                .put("url", response.url())
                .put("redirected", response.isRedirected())
                .put("decoded", response.isDecoded());
        var headers = json.putArray("headers");
        response.headers()
                .forEach(header -> headers.addArray().add(header.name()).add(header.value()));
        return CallArguments.answer(json, response.body());
    }

    private static Refused tooMuch() {
        return CallFault.error(
                OutboundException.Reason.LIMIT.code(),
                "the answers to this execution have more than " + (MOST_BYTES >> 20) + " MiB together; ask for less");
    }

    private static List<Header> headers(CallArguments arguments) throws Refused {
        var headers = new ArrayList<Header>();
        for (var line : arguments.json("headers")) {
            var name = line.path(0);
            var value = line.path(1);
            if (!name.isTextual() || !value.isTextual()) throw CallFault.argument("headers");
            headers.add(new Header(name.textValue(), value.textValue()));
        }
        return headers;
    }

    private static RedirectMode redirects(String mode) throws Refused {
        return switch (mode) {
            case "follow" -> RedirectMode.FOLLOW;
            case "manual" -> RedirectMode.MANUAL;
            case "error" -> RedirectMode.ERROR;
            default -> throw CallFault.argument("redirect");
        };
    }
}
