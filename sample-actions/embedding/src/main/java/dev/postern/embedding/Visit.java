package dev.postern.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.postern.error.ActionsException;
import dev.postern.event.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One request of a browser or an application, and the answer to it. */
final class Visit {

    private static final System.Logger LOG = System.getLogger(Visit.class.getName());
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String COOKIE = "browser";
    private static final int MOST_BYTES = 64 << 10;

    private final HttpExchange exchange;
    private final byte[] sent;

    Visit(HttpExchange exchange) throws IOException {
        this.exchange = exchange;
        this.sent = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
    }

    /** Answers requests so. Whatever is thrown refuses the login, and only the log says why. */
    static HttpHandler answered(Consumer<Visit> answer) {
        return exchange -> {
            try (exchange) {
                var visit = new Visit(exchange);
                try {
                    answer.accept(visit);
                } catch (ActionsException | IllegalArgumentException e) {
                    LOG.log(Level.INFO, "refused: {0}", e.getMessage());
                    visit.page(400, Page.refusal());
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "refused", e);
                    visit.page(500, Page.refusal());
                }
            }
        };
    }

    /** One that is there twice is refused: nobody can say which of them counts. */
    private static ObjectNode parameters(@Nullable String form) {
        var parameters = MAPPER.createObjectNode();
        if (form == null || form.isEmpty()) {
            return parameters;
        }
        for (var pair : form.split("&", -1)) {
            var parts = pair.split("=", 2);
            var name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
            if (parameters.has(name)) {
                throw new IllegalArgumentException("a parameter is there twice");
            }
            parameters.put(name, parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    boolean isPost() {
        return exchange.getRequestMethod().equals("POST");
    }

    /** The parameters of the address, or an {@link IllegalArgumentException} if they are not as they must be. */
    ObjectNode query() {
        return parameters(exchange.getRequestURI().getRawQuery());
    }

    /** Those of a form that was sent, or the same exception. */
    ObjectNode body() {
        if (sent.length > MOST_BYTES) {
            throw new IllegalArgumentException("a form is too long");
        }
        return parameters(new String(sent, StandardCharsets.UTF_8));
    }

    /** Those of a form with these fields; what else was sent is left out. */
    ObjectNode body(ObjectNode fields) {
        return body().retain(fields.properties().stream().map(Map.Entry::getKey).toList());
    }

    /** A parameter, of the body if it is there; or an empty text. */
    String parameter(String name) {
        var body = body();
        return (body.has(name) ? body : query()).path(name).asText();
    }

    /** The address with these parameters. */
    static String url(String address, Map<String, String> parameters) {
        return address
                + (address.contains("?") ? "&" : "?")
                + parameters.entrySet().stream()
                        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    /** The request as Actions see it. */
    Request request() {
        return request(query(), body());
    }

    /** The same, with this query and no body. */
    Request request(ObjectNode query) {
        return request(query, MAPPER.createObjectNode());
    }

    private Request request(ObjectNode query, ObjectNode body) {
        var headers = exchange.getRequestHeaders();
        var json = MAPPER.createObjectNode()
                .put("ip", exchange.getRemoteAddress().getAddress().getHostAddress())
                .put("hostname", exchange.getLocalAddress().getHostString())
                .put("method", exchange.getRequestMethod())
                .put("user_agent", headers.getFirst("User-Agent"));
        json.putObject("geoip");
        json.set("query", query);
        json.set("body", body);
        return Request.of(json);
    }

    /** Names the browser: by its cookie, or by a new one, which is no other site's and which no script reads. */
    String browser() {
        for (var header : exchange.getRequestHeaders().getOrDefault("Cookie", List.of())) {
            for (var cookie : header.split(";", -1)) {
                var parts = cookie.strip().split("=", 2);
                if (parts[0].equals(COOKIE) && parts.length == 2) {
                    return parts[1];
                }
            }
        }
        var made = Proofs.random();
        // Where the server has TLS the cookie is "__Host-browser", and "; Secure" stands after it.
        exchange.getResponseHeaders().add("Set-Cookie", COOKIE + "=" + made + "; Path=/; HttpOnly; SameSite=Lax");
        return made;
    }

    void redirect(String url) {
        exchange.getResponseHeaders().add("Location", url);
        answer(303, "text/plain", "");
    }

    void page(int status, String html) {
        answer(status, "text/html", html);
    }

    void json(int status, ObjectNode json) {
        answer(status, "application/json", json.toString());
    }

    private void answer(int status, String type, String text) {
        var headers = exchange.getResponseHeaders();
        headers.add("Content-Type", type + "; charset=utf-8");
        headers.add("Cache-Control", "no-store");
        headers.add("Referrer-Policy", "no-referrer");
        headers.add("X-Content-Type-Options", "nosniff");
        headers.add("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'");
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
