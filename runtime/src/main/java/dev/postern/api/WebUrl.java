package dev.postern.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;

/** An absolute http or https URL, read as leniently as a browser reads it where that is safe. */
public final class WebUrl {

    private static final String KEPT = "-._~:/?#[]@!$&'()*+,;=%";

    private WebUrl() {}

    /**
     * The URL of this text, with what a browser would escape escaped.
     *
     * @throws IllegalArgumentException if it is not an absolute http or https URL with a host
     */
    public static URI parse(String text) {
        try {
            var uri = new URI(escaped(text.strip()));
            var scheme = uri.getScheme();
            if (uri.getHost() != null && ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Said below, in words of ours: the parser's message would quote the URL, which may hold a token.
        }
        throw new IllegalArgumentException("not an absolute http or https URL");
    }

    /** The URL with these query parameters, in place of its own of the same names (semantics 52). */
    public static URI withQuery(URI url, Map<String, String> parameters) {
        var pairs = new ArrayList<String>();
        var query = url.getRawQuery();
        if (query != null) {
            for (var pair : query.split("&", -1)) {
                var name = URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
                if (!pair.isEmpty() && !parameters.containsKey(name)) {
                    pairs.add(pair);
                }
            }
        }
        parameters.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        var fragment = url.getRawFragment() == null ? "" : "#" + url.getRawFragment();
        return URI.create(
                url.getScheme() + "://" + url.getRawAuthority() + path + "?" + String.join("&", pairs) + fragment);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        var out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (c < 128 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                out.append((char) c);
            } else {
                out.append(encode(Character.toString(c)).replace("+", "%20"));
            }
        });
        return out.toString();
    }
}
