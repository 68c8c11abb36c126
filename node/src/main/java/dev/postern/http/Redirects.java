package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.util.Optional;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** What the Fetch standard makes of an answer that points elsewhere. */
final class Redirects {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

    private Redirects() {}

    /** The request that follows from a redirect; empty if the answer is none, or is wanted as it is. */
    static Optional<Request> next(Response response, RedirectMode mode) throws OutboundException {
        String location = response.header("Location");
        if (!STATUSES.contains(response.code()) || mode == RedirectMode.MANUAL) {
            return Optional.empty();
        }
        if (mode == RedirectMode.ERROR) {
            throw refused("the answer is a redirect, and the request asked for none");
        }
        return location == null ? Optional.empty() : Optional.of(follow(response, location));
    }

    private static Request follow(Response response, String location) throws OutboundException {
        Request request = response.request();
        HttpUrl resolved = request.url().resolve(location);
        if (resolved == null) {
            throw refused("a redirect leads to something that is no URL with http: or https:");
        }
        Target target = Target.of(withFragment(resolved, request.url()));
        Request.Builder next = request.newBuilder().url(target.url());
        if (becomesGet(response.code(), request.method())) {
            next.method("GET", null)
                    .removeHeader("Content-Encoding")
                    .removeHeader("Content-Language")
                    .removeHeader("Content-Location")
                    .removeHeader("Content-Type");
        }
        if (!target.isSameOrigin(request.url())) {
            next.removeHeader("Authorization").removeHeader("Cookie");
        }
        return next.build();
    }

    private static HttpUrl withFragment(HttpUrl resolved, HttpUrl from) {
        return resolved.encodedFragment() != null
                ? resolved
                : resolved.newBuilder().encodedFragment(from.encodedFragment()).build();
    }

    private static boolean becomesGet(int status, String method) {
        return switch (status) {
            case 301, 302 -> method.equals("POST");
            case 303 -> !method.equals("GET") && !method.equals("HEAD");
            default -> false;
        };
    }

    private static OutboundException refused(String message) {
        return new OutboundException(Reason.REDIRECT, message);
    }
}
