package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.Headers;
import okhttp3.Request;

/**
 * Turns what an Action asked for into what is sent. A header that the client itself answers for is left out without a
 * word, as a browser does; one that would change the meaning of the request on the wire is refused.
 */
final class RequestCheck {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";

    private static final Set<String> OURS = Set.of(
            "accept-encoding",
            "connection",
            "content-length",
            "expect",
            "host",
            "keep-alive",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            DepthHeader.NAME.toLowerCase(Locale.ROOT));

    private static final Set<String> FORBIDDEN_METHODS = Set.of("CONNECT", "TRACE", "TRACK");

    private final HttpLimits limits;

    RequestCheck(HttpLimits limits) {
        this.limits = limits;
    }

    /** The first request of an exchange; {@code depth} is the value of the depth header. */
    Request check(OutboundRequest request, Target target, String depth) throws OutboundException {
        var headers = new Headers.Builder();
        for (Header header : checkedHeaders(request)) {
            String name = header.name().toLowerCase(Locale.ROOT);
            if (name.equals("host")) {
                checkHost(header.value(), target);
            }
            if (!OURS.contains(name) && !name.startsWith("proxy-")) {
                headers.add(header.name(), header.value().strip());
            }
        }
        headers.add("Accept-Encoding", ContentCoding.ACCEPTED);
        headers.add(DepthHeader.NAME, depth);
        if (headers.get("User-Agent") == null) {
            headers.add("User-Agent", "postern");
        }
        return new Request.Builder()
                .url(target.url())
                .headers(headers.build())
                .method(checkedMethod(request.method()), BytesBody.of(request))
                .build();
    }

    private static String checkedMethod(String method) throws OutboundException {
        if (!method.matches(TOKEN) || FORBIDDEN_METHODS.contains(method.toUpperCase(Locale.ROOT))) {
            throw invalid("this method cannot be sent; use GET, POST, PUT, PATCH, DELETE, HEAD or OPTIONS");
        }
        return method;
    }

    private List<Header> checkedHeaders(OutboundRequest request) throws OutboundException {
        List<Header> headers = request.headers();
        long bytes = request.url().length();
        for (Header header : headers) {
            if (!header.name().matches(TOKEN)) {
                throw invalid("the name of a header holds a character that is not allowed there");
            }
            if (!header.value().chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f))) {
                throw invalid("the value of the header " + header.name()
                        + " holds a line break, a control character or one outside ASCII; encode it");
            }
            bytes += header.name().length() + header.value().length() + 4;
        }
        if (bytes > limits.headerBytes() || headers.size() > limits.headerCount()) {
            throw new OutboundException(
                    Reason.LIMIT,
                    "URL and headers of the request exceed " + limits.headerBytes() + " bytes or "
                            + limits.headerCount() + " lines; send less in them");
        }
        return headers;
    }

    /** Clients that sign requests state the host themselves: fine while it is the one of the URL. */
    private static void checkHost(String value, Target target) throws OutboundException {
        String host = target.url().host().contains(":")
                ? "[" + target.url().host() + "]"
                : target.url().host();
        if (!value.equalsIgnoreCase(host) && !value.equalsIgnoreCase(host + ":" + target.port())) {
            throw invalid("the header Host names another host than the URL; leave it out");
        }
    }

    private static OutboundException invalid(String message) {
        return new OutboundException(Reason.INVALID_REQUEST, message);
    }
}
