package dev.postern.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One end of the socket between a host and a worker. A frame is the length of its JSON and the length of its bytes, four
 * octets each, the JSON in UTF-8, and the bytes. Any thread may send; one at a time receives.
 */
final class WorkerConnection implements AutoCloseable {

    /** What a worker may say at once. More is no frame. */
    static final int LONGEST_OF_WORKER = 64 << 20;

    private static final int USUAL = 64 << 10;
    private static final int HEADER = 2 * Integer.BYTES;

    /** A guest may write half a surrogate pair, which is no UTF-8. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build());
    }

    private final SocketChannel channel;
    private final int longest;
    private final @Nullable Selector selector;
    private final ReentrantLock sending = new ReentrantLock();
    private ByteBuffer received = ByteBuffer.allocate(USUAL).flip();

    /** A frame with its bytes. */
    static final class Received<F extends WorkerFrame> {
        private final F frame;
        private final byte[] bytes;

        private Received(F frame, byte[] bytes) {
            this.frame = frame;
            this.bytes = bytes;
        }

        F frame() {
            return frame;
        }

        /** Not a copy. */
        byte[] bytes() {
            return bytes;
        }
    }

    private WorkerConnection(SocketChannel channel, int longest, @Nullable Selector selector) {
        this.channel = channel;
        this.longest = longest;
        this.selector = selector;
    }

    /** The host's end. */
    static WorkerConnection ofHost(SocketChannel channel) {
        return new WorkerConnection(channel, LONGEST_OF_WORKER, null);
    }

    /** The worker's end, which can wait for a time. */
    static WorkerConnection ofWorker(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        var selector = Selector.open();
        channel.register(selector, SelectionKey.OP_READ);
        return new WorkerConnection(channel, Integer.MAX_VALUE, selector);
    }

    /** Writes and reads it as any frame, without a connection. */
    static void rehearse(WorkerFrame frame) throws IOException {
        MAPPER.readerFor(WorkerFrame.class)
                .readValue(MAPPER.writerFor(WorkerFrame.class).writeValueAsBytes(frame));
    }

    void send(WorkerFrame frame) throws IOException {
        send(frame, new byte[0]);
    }

    void send(WorkerFrame frame, byte[] bytes) throws IOException {
        var json = MAPPER.writerFor(WorkerFrame.class).writeValueAsBytes(frame);
        var size = (long) HEADER + json.length + bytes.length;
        if (selector != null && size > LONGEST_OF_WORKER) {
            throw new TooLongException();
        }
        var buffer = ByteBuffer.allocate(Math.toIntExact(size))
                .putInt(json.length)
                .putInt(bytes.length)
                .put(json)
                .put(bytes)
                .flip();
        sending.lock();
        try {
            while (buffer.hasRemaining()) {
                if (channel.write(buffer) == 0) {
                    Thread.sleep(1); // the host is behind
                }
            }
        } catch (InterruptedException e) {
            throw new IOException("interrupted while sending", e);
        } finally {
            sending.unlock();
        }
    }

    /** What the worker wants to say is longer than a host would hear. */
    static final class TooLongException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /**
     * Waits for a frame.
     *
     * @throws IOException if the other end is gone, or says what is no frame
     */
    <F extends WorkerFrame> Received<F> receive(Class<F> kind) throws IOException {
        var got = receive(kind, Long.MAX_VALUE);
        if (got == null) {
            throw new IOException("nothing was said");
        }
        return got;
    }

    /** Waits for a frame for this long, or until {@link #wake}; null if none has come. */
    <F extends WorkerFrame> @Nullable Received<F> receive(Class<F> kind, long nanos) throws IOException {
        if (received.remaining() < HEADER && !fill(HEADER, nanos)) {
            return null;
        }
        var jsonLength = received.getInt(received.position());
        var bytesLength = received.getInt(received.position() + Integer.BYTES);
        if (jsonLength < 0 || bytesLength < 0 || (long) jsonLength + bytesLength > longest - HEADER) {
            throw new IOException("a frame of " + jsonLength + " and " + bytesLength + " octets");
        }
        var whole = HEADER + jsonLength + bytesLength;
        while (received.remaining() < whole) {
            fill(whole, Long.MAX_VALUE);
        }
        received.position(received.position() + HEADER);
        try {
            var frame =
                    MAPPER.readerFor(WorkerFrame.class).readValue(received.array(), received.position(), jsonLength);
            received.position(received.position() + jsonLength);
            var bytes = new byte[bytesLength];
            received.get(bytes);
            if (!received.hasRemaining() && received.capacity() > USUAL) {
                received = ByteBuffer.allocate(USUAL).flip(); // a long frame's room is not kept
            }
            if (!kind.isInstance(frame)) {
                throw new IOException("a frame out of place");
            }
            return new Received<>(kind.cast(frame), bytes);
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            // What was said may be a secret: it is in no message.
            throw new IOException("a frame that cannot be read: " + e.getClass().getSimpleName());
        }
    }

    /** Reads until there are as many octets as are wanted; false if the time is over, or somebody woke, before the first. */
    private boolean fill(int wanted, long nanos) throws IOException {
        if (received.capacity() - received.position() < wanted) {
            var room = ByteBuffer.allocate(Math.max(wanted, USUAL));
            received = room.put(received).flip();
        }
        while (received.remaining() < wanted) {
            if (!isReadable(nanos)) {
                return false;
            }
            var limit = received.limit();
            var free = received.duplicate().position(limit).limit(received.capacity());
            var count = channel.read(free);
            if (count < 0) {
                throw new EOFException("the other end is gone");
            }
            received.limit(limit + count);
        }
        return true;
    }

    private boolean isReadable(long nanos) throws IOException {
        if (selector == null) {
            return true;
        }
        if (nanos == Long.MAX_VALUE) {
            while (selector.select() == 0) {
                // woken for nothing
            }
        } else if (nanos <= 0 ? selector.selectNow() == 0 : selector.select(1 + nanos / 1_000_000) == 0) {
            return false;
        }
        selector.selectedKeys().clear();
        return true;
    }

    /** Has who receives look whether there is something else to do. */
    void wake() {
        if (selector != null) {
            selector.wakeup();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
            if (selector != null) {
                selector.close();
            }
        } catch (IOException e) {
            // it is gone
        }
    }
}
