package dev.postern.api;

import java.net.IDN;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An absolute http or https URL, read as a browser reads it: what a browser would escape is escaped, and a backslash is
 * a slash. Unlike a browser it takes no user and password before the host, which serve to mislead.
 */
public final class WebUrl {

    private static final Pattern URL = Pattern.compile(
            "(?<scheme>https?):[/\\\\]{2}(?<host>[^/\\\\?#:@\\[\\]]+|\\[[0-9a-f:.]+])(:(?<port>[0-9]{1,5}))?"
                    + "(?<path>[/\\\\][^?#]*)?(\\?(?<query>[^#]*))?(#(?<fragment>.*))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern HOST = Pattern.compile("[a-z0-9._-]+|\\[[0-9a-f:.]+]");
    private static final Pattern ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final String KEPT = "-._~:/?@!$&'()*+,;=%";
    private static final int LAST_PORT = 65_535;

    private WebUrl() {}

    /**
     * The URL of this text.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL with a host
     */
    public static URI parse(String text) {
        var url = URL.matcher(text.strip().replaceAll("[\t\r\n]", ""));
        if (!url.matches()) {
            throw invalid();
        }
        var host = host(url.group("host"));
        var port = url.group("port");
        if (port != null && (Integer.parseInt(port) == 0 || Integer.parseInt(port) > LAST_PORT)) {
            throw invalid();
        }
        var path = url.group("path") == null ? "/" : url.group("path").replace('\\', '/');
        return URI.create(url.group("scheme").toLowerCase(Locale.ROOT) + "://" + host + (port == null ? "" : ":" + port)
                + escaped(path)
                + (url.group("query") == null ? "" : "?" + escaped(url.group("query")))
                + (url.group("fragment") == null ? "" : "#" + escaped(url.group("fragment"))));
    }

    /** The URL with these query parameters, in place of its own of the same names (semantics 52). */
    public static URI withQuery(URI url, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return url;
        }
        var pairs = new ArrayList<String>();
        for (var pair : url.getRawQuery() == null
                ? List.<String>of()
                : List.of(url.getRawQuery().split("&", -1))) {
            var name =
                    URLDecoder.decode(ESCAPE.matcher(pair.split("=", 2)[0]).replaceAll("%25"), StandardCharsets.UTF_8);
            if (!pair.isEmpty() && !parameters.containsKey(name)) {
                pairs.add(pair);
            }
        }
        parameters.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        var fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return URI.create(url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath() + "?"
                + String.join("&", pairs) + fragment);
    }

    private static String host(String text) {
        var host = text.startsWith("[") ? text : IDN.toASCII(text); // an IllegalArgumentException as well
        if (!HOST.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw invalid();
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /** The message does not quote the URL, which may hold a token. */
    private static IllegalArgumentException invalid() {
        return new IllegalArgumentException("not an absolute http or https URL");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        ESCAPE.matcher(text).replaceAll("%25").codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                out.append(encode(Character.toString(c)).replace("+", "%20"));
            }
        });
        return out.toString();
    }
}
