package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** An answer, complete and in memory, its body decoded. */
public final class OutboundResponse {

    private final int status;
    private final String statusText;
    private final List<Header> headers;
    private final String url;
    private final boolean redirected;
    private final boolean decoded;
    private final byte[] body;

    OutboundResponse(
            int status,
            String statusText,
            List<Header> headers,
            String url,
            boolean redirected,
            boolean decoded,
            byte[] body) {
        this.status = status;
        this.statusText = requireNonNull(statusText, "statusText");
        this.headers = List.copyOf(headers);
        this.url = requireNonNull(url, "url");
        this.redirected = redirected;
        this.decoded = decoded;
        this.body = requireNonNull(body, "body");
    }

    /** The status code. */
    public int status() {
        return status;
    }

    /** What stood after the status code; may be empty. */
    public String statusText() {
        return statusText;
    }

    /** All headers as they came, {@code Set-Cookie} and, as in the Fetch standard, {@code Content-Encoding} among them. */
    public List<Header> headers() {
        return headers;
    }

    /** Where the answer came from, after redirects. */
    public String url() {
        return url;
    }

    /** Whether a redirect was followed. */
    public boolean isRedirected() {
        return redirected;
    }

    /** Whether {@link #body} was compressed on the way, so that {@code Content-Encoding} and {@code Content-Length} don't describe it. */
    public boolean isDecoded() {
        return decoded;
    }

    /** The body, not a copy of it: who takes it owns it. */
    public byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "OutboundResponse[" + status + ", " + body.length + " bytes]";
    }
}
