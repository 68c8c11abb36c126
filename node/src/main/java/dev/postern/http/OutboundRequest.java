package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an Action asks for. Nothing of it is checked here: {@link OutboundHttp#send} does that. */
public final class OutboundRequest {

    private final String method;
    private final String url;
    private final List<Header> headers;
    private final RedirectMode redirects;
    private final byte @Nullable [] body;

    private OutboundRequest(
            String method, String url, List<Header> headers, RedirectMode redirects, byte @Nullable [] body) {
        this.method = requireNonNull(method, "method");
        this.url = requireNonNull(url, "url");
        this.headers = List.copyOf(headers);
        this.redirects = requireNonNull(redirects, "redirects");
        this.body = body;
    }

    /** A request without headers or body that follows redirects. */
    public static OutboundRequest of(String method, String url) {
        return new OutboundRequest(method, url, List.of(), RedirectMode.FOLLOW, null);
    }

    /** The same request with these headers, in this order; a name may stand there more than once. */
    public OutboundRequest withHeaders(List<Header> headers) {
        return new OutboundRequest(method, url, headers, redirects, body);
    }

    /** The same request with another answer to redirects. */
    public OutboundRequest withRedirects(RedirectMode redirects) {
        return new OutboundRequest(method, url, headers, redirects, body);
    }

    /** The same request with a body. The bytes are not copied, so they must not change until the exchange has ended. */
    public OutboundRequest withBody(byte[] body) {
        return new OutboundRequest(method, url, headers, redirects, requireNonNull(body, "body"));
    }

    /** The method as it goes out; upper case is the caller's business. */
    public String method() {
        return method;
    }

    /** The URL as text; a fragment is not sent. */
    public String url() {
        return url;
    }

    /** The headers that were asked for, not all of which are sent. */
    public List<Header> headers() {
        return headers;
    }

    /** What is done with a redirect. */
    public RedirectMode redirects() {
        return redirects;
    }

    /** The body, not a copy of it; an empty body is not the same as none. */
    public Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /** Tells the method only: a URL may hold a key. */
    @Override
    public String toString() {
        return "OutboundRequest[" + method + "]";
    }
}
