package dev.postern.sandbox;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postern.sandbox.WorkerFrame.Ended;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** A worker may write anything: the host reads frames, or an error that ends the worker, and nothing else happens. */
final class WorkerFrameFuzz {

    private static final ServerSocketChannel SERVER = server();

    static Stream<byte[]> seeds() {
        return Stream.of(
                        "{\"type\":\"ready\"}",
                        "{\"type\":\"hello\",\"secret\":\"0123\"}",
                        "{\"type\":\"call\",\"function\":\"fetch\",\"json\":\"{}\"}",
                        "{\"type\":\"start\",\"call\":1,\"function\":\"fetch\",\"json\":\"{}\"}",
                        "{\"type\":\"cancel\",\"call\":1}",
                        "{\"type\":\"read\",\"path\":\"node/web/fetch.js\"}",
                        "{\"type\":\"wrote\",\"level\":\"info\",\"message\":\"\\ud800\"}",
                        "{\"type\":\"ended\",\"isLast\":false,\"outcome\":\"RETURNED\",\"json\":\"[]\",\"error\":null,"
                                + "\"limit\":null,\"line\":0,\"nanos\":1,\"cpuNanos\":1,\"allocatedBytes\":1}",
                        "{\"type\":\"ended\",\"isLast\":true,\"outcome\":\"LIMIT\",\"json\":null,\"error\":null,"
                                + "\"limit\":\"CPU_TIME\",\"line\":3,\"nanos\":1,\"cpuNanos\":1,\"allocatedBytes\":1}")
                .map(json -> frame(json.getBytes(StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void givesFramesOrEndsTheWorker(byte[] said) throws IOException {
        try (var worker = SocketChannel.open(SERVER.getLocalAddress());
                var host = WorkerConnection.ofHost(SERVER.accept())) {
            Thread.ofVirtual().start(() -> write(worker, said));
            while (true) {
                if (host.receive(WorkerFrame.FromWorker.class).frame() instanceof Ended ended) {
                    ended.read(List.of(), 1000, ended.usage());
                }
            }
        } catch (IOException e) {
            // what is left of such a worker is killed
        }
    }

    private static void write(SocketChannel worker, byte[] said) {
        try (worker) {
            var octets = ByteBuffer.wrap(said);
            while (octets.hasRemaining()) {
                worker.write(octets);
            }
        } catch (IOException e) {
            // the host has hung up
        }
    }

    private static byte[] frame(byte[] json) {
        var frame = new ByteArrayOutputStream();
        frame.writeBytes(ByteBuffer.allocate(8).putInt(json.length).putInt(0).array());
        frame.writeBytes(json);
        return frame.toByteArray();
    }

    private static ServerSocketChannel server() {
        try {
            var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            var folder = Files.createTempDirectory("postern-fuzz");
            folder.toFile().deleteOnExit();
            var socket = folder.resolve("socket");
            socket.toFile().deleteOnExit();
            server.bind(UnixDomainSocketAddress.of(socket));
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
