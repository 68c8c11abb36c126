package dev.postern.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a host makes of what a worker says, be it that an attacker writes it. */
@Timeout(30)
final class WorkerConnectionTest {

    @TempDir
    private Path folder;

    private SocketChannel attacker;
    private WorkerConnection host;

    @BeforeEach
    void connect() throws IOException {
        var address = UnixDomainSocketAddress.of(folder.resolve("socket"));
        try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(address);
            attacker = SocketChannel.open(address);
            host = WorkerConnection.ofHost(server.accept());
        }
    }

    @AfterEach
    void close() throws IOException {
        attacker.close();
        host.close();
    }

    @Test
    void readsFramesWhereverTheyAreCut() throws IOException {
        var frame = frame("{\"type\":\"wrote\",\"level\":\"info\",\"message\":\"é\\ud800\"}", 3);
        for (var at = 0; at < frame.length; at++) {
            write(frame, at, 1);
        }
        write(frame, 0, frame.length);
        for (var i = 0; i < 2; i++) {
            var received = host.receive(WorkerFrame.FromWorker.class);
            assertEquals(new WorkerFrame.Wrote("info", "é\ud800"), received.frame());
            assertEquals(3, received.bytes().length);
        }
    }

    @Test
    void carriesHalfASurrogatePairAndALongText() throws IOException {
        var wrote = new WorkerFrame.Wrote("info", "\ud800" + "x".repeat(300_000) + "\udc00😀");
        var worker = WorkerConnection.ofWorker(attacker);
        var sender = Thread.ofVirtual().start(() -> {
            try {
                worker.send(wrote, new byte[100_000]);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        var received = host.receive(WorkerFrame.FromWorker.class);
        assertEquals(wrote, received.frame());
        assertEquals(100_000, received.bytes().length);
        assertFalse(sender.isInterrupted());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{\"type\":\"nothing\"}",
                "{\"type\":\"java.lang.Runtime\"}",
                "{\"type\":\"call\"}",
                "{\"type\":\"call\",\"function\":null,\"json\":\"1\"}",
                "{\"type\":\"call\",\"function\":{},\"json\":\"1\"}",
                "{\"type\":\"start\",\"call\":\"x\",\"function\":\"f\",\"json\":\"1\"}",
                "{\"type\":\"ended\",\"outcome\":\"COMPLETED\"}",
                "{\"type\":\"ended\",\"isLast\":false,\"outcome\":\"THREW\",\"error\":{\"kind\":null},\"line\":0,\"nanos\":0,"
                        + "\"cpuNanos\":0,\"allocatedBytes\":0}",
                "{\"type\":\"run\",\"bootstrap\":1,\"script\":1,\"handler\":\"h\",\"input\":\"{}\"}",
                "{\"type\":\"answer\",\"call\":0,\"json\":\"1\"}",
                "{\"type\":\"wrote\",\"level\":\"a level as long as one likes\",\"message\":\"x\"}"
            })
    void refusesWhatIsNoFrameOfAWorker(String json) throws IOException {
        var frame = frame(json, 0);
        write(frame, 0, frame.length);
        var refused = assertThrows(IOException.class, () -> host.receive(WorkerFrame.FromWorker.class));
        assertFalse(String.valueOf(refused.getMessage()).contains("java.lang.Runtime"));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, -1", "2147483647, 2147483647", "67108864, 1"})
    void refusesLengthsThatNoFrameHas(int json, int bytes) throws IOException {
        write(ByteBuffer.allocate(8).putInt(json).putInt(bytes).array(), 0, 8);
        assertThrows(IOException.class, () -> host.receive(WorkerFrame.FromWorker.class));
    }

    @Test
    void endsWithTheOtherEndBeItInTheMiddleOfAFrame() throws IOException {
        var frame = frame("{\"type\":\"ready\"}", 0);
        write(frame, 0, frame.length - 1);
        attacker.close();
        assertInstanceOf(
                EOFException.class, assertThrows(IOException.class, () -> host.receive(WorkerFrame.FromWorker.class)));
    }

    private static byte[] frame(String json, int bytes) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + bytes)
                .putInt(text.length)
                .putInt(bytes)
                .put(text)
                .array();
    }

    private void write(byte[] octets, int from, int count) throws IOException {
        var buffer = ByteBuffer.wrap(octets, from, count);
        while (buffer.hasRemaining()) {
            attacker.write(buffer);
        }
    }
}
