package dev.postern.node;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A server on the loopback address that answers by the path: what cases fetch, here and in Node. */
record CaseServer(HttpServer server) implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    static CaseServer start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", CaseServer::answer);
        server.start();
        return new CaseServer(server);
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            switch (path) {
                case "/echo" -> respond(exchange, 200, "application/json", echo(exchange));
                case "/text" -> respond(exchange, 200, "text/plain", "grüße".getBytes(StandardCharsets.UTF_8));
                case "/gzip" -> {
                    exchange.getResponseHeaders().set("Content-Encoding", "gzip");
                    respond(exchange, 200, "application/json", gzipped("{\"zipped\":true}"));
                }
                case "/cookies" -> {
                    exchange.getResponseHeaders().put("Set-Cookie", List.of("a=1", "b=2"));
                    respond(exchange, 200, "text/plain", new byte[0]);
                }
                case "/missing" ->
                    respond(exchange, 404, "application/json", "{\"error\":\"none\"}".getBytes(StandardCharsets.UTF_8));
                case "/nothing" -> exchange.sendResponseHeaders(204, -1);
                case "/moved" -> redirect(exchange, 302, "/echo");
                case "/kept" -> redirect(exchange, 307, "/echo");
                case "/circle" -> redirect(exchange, 302, "/circle");
                case "/big" -> respond(exchange, 200, "application/octet-stream", new byte[8 << 20]);
                case "/slow" -> {
                    Thread.sleep(20_000);
                    respond(exchange, 200, "text/plain", new byte[0]);
                }
                default -> respond(exchange, 500, "text/plain", new byte[0]);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came, but for the headers that clients add each in their own way. */
    private static byte[] echo(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) -> {
            var key = name.toLowerCase(Locale.ROOT);
            if (key.startsWith("x-") || key.equals("authorization") || key.equals("content-length")) {
                headers.put(key, String.join(", ", values));
            } else if (key.equals("content-type")) {
                headers.put(key, values.get(0).replaceAll("boundary=.*", "boundary"));
            }
        });
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                .replaceAll("------?formdata-[-a-z0-9]+", "boundary");
        if (body.contains("boundary")) headers.remove("content-length");
        var told = JSON.createObjectNode()
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().toString())
                .putPOJO("headers", headers)
                .put("body", body);
        return JSON.writeValueAsBytes(told);
    }

    private static byte[] gzipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static void redirect(HttpExchange exchange, int status, String place) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Location", place);
        exchange.sendResponseHeaders(status, -1);
    }

    private static void respond(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
