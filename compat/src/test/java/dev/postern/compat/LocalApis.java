package dev.postern.compat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * The services that the packages call, on the loopback address, over HTTP and HTTPS. An answer depends on the request
 * alone and says of it what the package is to have sent, so that two runtimes that send the same get the same.
 */
final class LocalApis implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TENANT = "/api/v2/users/";
    private static final List<String> TOLD_HEADERS =
            List.of("authorization", "content-type", "accept", "ce-id", "ce-source", "ce-specversion", "ce-type");

    private final HttpServer http;
    private final HttpsServer https;
    private final JsonNode jwks;

    private record Answer(int status, String type, String body, Map<String, String> headers) {
        Answer(int status, String type, String body) {
            this(status, type, body, Map.of());
        }

        static Answer json(int status, JsonNode body) {
            return new Answer(status, "application/json", body.toString());
        }
    }

    private record Request(String method, String path, String query, Map<String, String> headers, String body) {
        boolean is(String wantedMethod, String wantedPath) {
            return method.equals(wantedMethod) && path.equals(wantedPath);
        }

        String header(String name) {
            return headers.getOrDefault(name, "");
        }

        /** The fields of the body, be it a form or JSON. */
        ObjectNode fields() throws JsonProcessingException {
            return header("content-type").startsWith("application/json")
                    ? (ObjectNode) JSON.readTree(body)
                    : form(body);
        }
    }

    /** Servers on free ports, one with the certificate of these keys, which publish this key set. */
    LocalApis(TestKeys keys) throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        this.jwks = keys.jwks();
        this.http = HttpServer.create(anyPort, 0);
        this.https = HttpsServer.create(anyPort, 0);
        https.setHttpsConfigurator(new HttpsConfigurator(keys.tls()));
        for (var server : List.of(http, https)) {
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", this::answer);
            server.start();
        }
    }

    /** Where it answers over HTTP. */
    String base() {
        return "http://" + authority(http);
    }

    /** Host and port of where it answers over HTTPS. */
    String domain() {
        return authority(https);
    }

    private static String authority(HttpServer server) {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        http.stop(0);
        https.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = read(exchange);
            var answer = answerTo(request, base(exchange));
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (request.path().equals("/gzip")) {
                exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                body = gzipped(body);
            }
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0 && !request.method().equals("HEAD")) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private String base(HttpExchange exchange) {
        var isPlain = exchange.getLocalAddress().getPort() == http.getAddress().getPort();
        return isPlain ? base() : "https://" + domain();
    }

    private static Request read(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
        return new Request(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery() == null ? "" : uri.getRawQuery(),
                headers,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static byte[] gzipped(byte[] body) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private Answer answerTo(Request request, String base) throws IOException {
        if (request.path().startsWith(TENANT)) {
            return user(request);
        }
        if (request.is("POST", "/") && request.body().contains("Action=Publish")) {
            return published(request);
        }
        return switch (request.path()) {
            case "/echo", "/gzip", "/events" -> Answer.json(200, told(request));
            case "/text" -> new Answer(200, "text/plain; charset=utf-8", "Grüße, 世界 🎉");
            case "/redirect" -> new Answer(302, "text/plain", "", Map.of("Location", base + "/echo?redirected=1"));
            case "/teapot" -> Answer.json(418, object("error", "teapot"));
            case "/slow" -> slow();
            case "/.well-known/jwks.json" -> Answer.json(200, jwks);
            case "/.well-known/openid-configuration" -> Answer.json(200, discovery(base));
            case "/oauth/token", "/token" -> token(request);
            case "/userinfo" -> Answer.json(200, object("sub", "auth0|1").put("email", "ann@acme.example"));
            case "/api/chat.postMessage" -> posted(request);
            case "/services/T0/B0/hook" -> new Answer(200, "text/html", "ok");
            case "/2010-04-01/Accounts/AC00000000000000000000000000000000/Messages.json" -> message(request);
            default -> Answer.json(404, object("error", "not_found").put("path", request.path()));
        };
    }

    private static ObjectNode object(String name, String value) {
        return JSON.createObjectNode().put(name, value);
    }

    private static ObjectNode told(Request request) {
        var told =
                object("method", request.method()).put("path", request.path()).put("query", request.query());
        var headers = told.putObject("headers");
        request.headers().forEach((name, value) -> {
            if (TOLD_HEADERS.contains(name) || name.startsWith("x-acme")) {
                headers.put(name, value.replaceAll("boundary=.*", "boundary=B"));
            }
        });
        return told.put("body", request.body());
    }

    private static Answer slow() {
        try {
            Thread.sleep(2_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Answer(200, "text/plain", "late");
    }

    /** A user of the Management API, for whoever has a token. */
    private static Answer user(Request request) throws IOException {
        var id = request.path().substring(TENANT.length());
        if (!request.header("authorization").startsWith("Bearer ")) {
            return Answer.json(401, fault(401, "Unauthorized", "Missing authentication", "missing_token"));
        }
        if (id.equals("auth0|none")) {
            return Answer.json(404, fault(404, "Not Found", "The user does not exist.", "inexistent_user"));
        }
        var user = object("user_id", id)
                .put("email", "ann@acme.example")
                .put("email_verified", true)
                .put("token", request.header("authorization"))
                .put("query", request.query());
        user.putObject("app_metadata").put("plan", "free");
        if (request.method().equals("PATCH")) {
            user.setAll(request.fields());
        }
        return Answer.json(200, user);
    }

    private static ObjectNode fault(int status, String error, String message, String code) {
        return JSON.createObjectNode()
                .put("statusCode", status)
                .put("error", error)
                .put("message", message)
                .put("errorCode", code);
    }

    /** A token that names who asked for it and how. */
    private static Answer token(Request request) throws IOException {
        var fields = request.fields();
        if (fields.path("client_id").asText().equals("wrong")) {
            return Answer.json(401, object("error", "access_denied").put("error_description", "Unauthorized"));
        }
        var basic = request.header("authorization");
        var name = String.join(
                ".",
                fields.path("grant_type").asText(),
                fields.path("client_id").asText(basic),
                fields.path("client_secret").asText(),
                fields.path("audience").asText(),
                fields.path("code").asText());
        return Answer.json(
                200,
                object("access_token", name.replaceAll("127\\.0\\.0\\.1:\\d+", "tenant"))
                        .put("token_type", "Bearer")
                        .put("expires_in", 86_400)
                        .put("scope", "read:users"));
    }

    private static JsonNode discovery(String base) {
        var found = object("issuer", base + "/")
                .put("authorization_endpoint", base + "/authorize")
                .put("token_endpoint", base + "/oauth/token")
                .put("userinfo_endpoint", base + "/userinfo")
                .put("jwks_uri", base + "/.well-known/jwks.json");
        found.putArray("id_token_signing_alg_values_supported").add("RS256");
        found.putArray("response_types_supported").add("code");
        return found;
    }

    private static Answer posted(Request request) throws IOException {
        if (!request.header("authorization").equals("Bearer xoxb-right")) {
            return Answer.json(200, JSON.createObjectNode().put("ok", false).put("error", "invalid_auth"));
        }
        var fields = request.fields();
        var posted = JSON.createObjectNode().put("ok", true).put("ts", "1700000000.000100");
        posted.set("channel", fields.path("channel"));
        posted.set("message", fields);
        return Answer.json(200, posted);
    }

    private static Answer message(Request request) throws IOException {
        var fields = request.fields();
        if (fields.path("To").asText().equals("nobody")) {
            return Answer.json(
                    400,
                    JSON.createObjectNode()
                            .put("code", 21_211)
                            .put("message", "Invalid 'To' Phone Number: nobody")
                            .put("status", 400));
        }
        return Answer.json(
                201,
                object("sid", "SM00000000000000000000000000000001")
                        .put("status", "queued")
                        .put("to", fields.path("To").asText())
                        .put("from", fields.path("From").asText())
                        .put("body", fields.path("Body").asText())
                        .put("account_sid", request.header("authorization"))
                        .put("date_created", "Tue, 14 Nov 2023 22:13:20 +0000"));
    }

    /** The answer to SNS's Publish, whose message id is of the message. */
    private static Answer published(Request request) {
        var fields = form(request.body());
        if (fields.path("TopicArn").asText().endsWith(":none")) {
            return new Answer(404, "text/xml", """
                    <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type>\
                    <Code>NotFound</Code><Message>Topic does not exist</Message></Error>\
                    <RequestId>r-2</RequestId></ErrorResponse>""");
        }
        var isSigned = request.header("authorization").startsWith("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/");
        return new Answer(
                200, "text/xml", """
                <PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult>\
                <MessageId>%s.%s</MessageId></PublishResult>\
                <ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PublishResponse>""".formatted(fields.path("Message").asText(), isSigned ? "signed" : "unsigned"));
    }

    private static ObjectNode form(String text) {
        var fields = JSON.createObjectNode();
        for (var pair : text.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
