package dev.postern.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/** A server on the loopback address that writes byte for byte what a test wants, on virtual threads. */
final class TestServer implements AutoCloseable {

    private static final int BACKLOG = 2000;

    /** Answers one request; the connection stays open after it. */
    @FunctionalInterface
    interface Handler {
        void handle(Received request, OutputStream out) throws IOException, InterruptedException;
    }

    record Received(String line, List<String> headers, String body) {
        Optional<String> header(String name) {
            return headers.stream()
                    .filter(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(header -> header.substring(name.length() + 1).strip())
                    .findFirst();
        }
    }

    private final ServerSocket socket;
    private final Handler handler;
    private final List<Received> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch ended = new CountDownLatch(1);

    TestServer(Handler handler) throws IOException {
        this(ServerSocketFactory.getDefault(), handler);
    }

    TestServer(ServerSocketFactory sockets, Handler handler) throws IOException {
        this.handler = handler;
        this.socket = sockets.createServerSocket(0, BACKLOG, FakeInternet.address("127.0.0.1"));
        Thread.ofVirtual().start(this::accept);
    }

    static Handler answering(String response) {
        return (request, out) -> out.write(response.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Status line, length and body; the header lines, if any, end with CRLF each. */
    static byte[] response(String status, String headers, byte[] body) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    static Handler ok(String headers, byte[] body) {
        return (request, out) -> out.write(response("200 OK", headers, body));
    }

    static Handler ok(String body) {
        return ok("", body.getBytes(StandardCharsets.UTF_8));
    }

    int port() {
        return socket.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    List<Received> requests() {
        return requests;
    }

    int connections() {
        return accepted.get();
    }

    /** Waits until a client has closed a connection. */
    boolean awaitEndOfConnection() throws InterruptedException {
        return ended.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                Thread.ofVirtual().start(() -> serve(connection));
            }
        } catch (IOException e) {
            // The server was closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            var in = new BufferedInputStream(connection.getInputStream());
            for (Optional<Received> request = read(in); request.isPresent(); request = read(in)) {
                requests.add(request.get());
                handler.handle(request.get(), connection.getOutputStream());
                connection.getOutputStream().flush();
            }
        } catch (IOException | InterruptedException e) {
            // The client went away, which some tests want.
        } finally {
            ended.countDown();
        }
    }

    private static Optional<Received> read(InputStream in) throws IOException {
        var lines = new ArrayList<String>();
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            lines.add(line);
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        var head = new Received(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())), "");
        int length = head.header("Content-Length").map(Integer::parseInt).orElse(0);
        String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
        return Optional.of(new Received(head.line(), head.headers(), body));
    }

    private static String readLine(InputStream in) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.write(read);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
