package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Where a request goes: a URL whose host, if it is an address in any spelling, has been brought to the plain one.
 *
 * @param url without user and password
 * @param address that the host spells; empty for a name
 */
record Target(HttpUrl url, Optional<InetAddress> address) {

    static Target parse(String text) throws OutboundException {
        HttpUrl url = HttpUrl.parse(text);
        if (url == null) {
            String scheme = text.strip().toLowerCase(Locale.ROOT);
            throw invalid(
                    scheme.startsWith("http:") || scheme.startsWith("https:")
                            ? "the URL cannot be parsed"
                            : "only URLs with http: and https: can be fetched");
        }
        return of(url);
    }

    static Target of(HttpUrl url) throws OutboundException {
        if (!url.encodedUsername().isEmpty() || !url.encodedPassword().isEmpty()) {
            throw invalid("a URL with user and password cannot be fetched; send an Authorization header");
        }
        try {
            Optional<InetAddress> address = AddressText.parse(url.host());
            HttpUrl plain = address.isEmpty()
                    ? url
                    : url.newBuilder().host(address.get().getHostAddress()).build();
            return new Target(plain, address);
        } catch (IllegalArgumentException e) {
            throw invalid("the host of the URL, " + url.host() + ", is neither a name nor an IP address");
        }
    }

    /** The name as rules have it, or the address. */
    String host() {
        return EgressRule.withoutFinalDot(url.host());
    }

    int port() {
        return url.port();
    }

    /** Host and port as a person writes them. */
    String authority() {
        return authority(host(), port());
    }

    static String authority(String host, int port) {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    boolean isSameOrigin(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    private static OutboundException invalid(String message) {
        return new OutboundException(Reason.INVALID_REQUEST, message);
    }

    /** Leaves out path and query, which may hold a key. */
    @Override
    public String toString() {
        return "Target[" + url.scheme() + "://" + authority() + "]";
    }
}
