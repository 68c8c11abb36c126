package dev.postern.attacks;

import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A server on the loopback address that answers as badly as the path says, and remembers who came. */
final class HostileServer implements AutoCloseable {

    private static final int BACKLOG = 500;
    private static final int MOST_HEAD = 1 << 20;

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile UnaryOperator<String> login = head -> "no login here";

    private HostileServer(ServerSocket socket) {
        this.socket = socket;
    }

    static HostileServer start() throws IOException {
        var server = new HostileServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        server.threads.execute(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The heads of the requests that came. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    /** What the path {@code /login} answers to the head of a request. */
    void answerLogins(UnaryOperator<String> login) {
        this.login = requireNonNull(login, "login");
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(10_000);
            var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
            var head = head(in);
            while (!head.isEmpty()) {
                requests.add(head);
                answer(head, client.getOutputStream());
                head = head(in);
            }
        } catch (IOException | InterruptedException e) {
            // the client has had enough
        } finally {
            open.remove(client);
        }
    }

    private static String head(BufferedReader in) throws IOException {
        var head = new StringBuilder();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append('\n');
            if (head.length() > MOST_HEAD) {
                throw new IOException("too long");
            }
        }
        return head.toString();
    }

    private void answer(String head, OutputStream out) throws IOException, InterruptedException {
        var target = head.split(" ", 3)[1];
        var mark = target.indexOf('?');
        var path = mark < 0 ? target : target.substring(0, mark);
        var query = mark < 0 ? "" : URLDecoder.decode(target.substring(mark + 1), StandardCharsets.UTF_8);
        switch (path) {
            case "/echo" -> text(out, head);
            case "/login" -> text(out, login.apply(head));
            case "/to" -> write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: " + query + "\r\n\r\n");
            case "/kept" -> write(out, "HTTP/1.1 307 Kept\r\nContent-Length: 0\r\nLocation: " + query + "\r\n\r\n");
            case "/hop" ->
                write(out, "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: /hop?" + query + "x\r\n\r\n");
            case "/endless" -> {
                write(out, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
                forever(out, "10000\r\n" + "x".repeat(0x10000) + "\r\n", 0);
            }
            case "/huge" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 10737418240\r\n\r\n");
                forever(out, "x".repeat(0x10000), 0);
            }
            case "/drip" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                forever(out, "x", 50);
            }
            case "/heads" -> {
                write(out, "HTTP/1.1 200 OK\r\n");
                forever(out, "X-More: " + "y".repeat(1000) + "\r\n", 0);
            }
            case "/cookies" -> {
                write(out, "HTTP/1.1 200 OK\r\n" + "Set-Cookie: a=b\r\n".repeat(100_000) + "Content-Length: 0\r\n\r\n");
            }
            case "/bomb" -> {
                var bomb = bomb();
                write(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
                out.write(bomb);
            }
            case "/upgrade" ->
                write(out, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\nrubbish");
            case "/garbage" -> write(out, "\0\1\2 this is no HTTP at all\r\n\r\n");
            case "/lengths" -> write(out, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 50\r\n\r\nhello");
            case "/trailing" ->
                write(
                        out,
                        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nforged");
            case "/utf8" -> {
                write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4\r\n\r\n");
                out.write(new byte[] {'"', (byte) 0xc3, (byte) 0x28, '"'});
            }
            case "/wait" -> Thread.sleep(8_000);
            default -> text(out, "served");
        }
        out.flush();
    }

    private static void text(OutputStream out, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + bytes.length + "\r\n\r\n");
        out.write(bytes);
    }

    private static void forever(OutputStream out, String part, long pauseMs) throws IOException, InterruptedException {
        var bytes = part.getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            out.write(bytes);
            out.flush();
            Thread.sleep(pauseMs);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A few hundred kilobytes that become 200 MB. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            for (var i = 0; i < 200; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var client : open) {
                client.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        threads.shutdownNow();
    }
}
