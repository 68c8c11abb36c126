package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Compression to gzip, zlib and raw deflate data. The bytes need not be Node's; what they decompress to is. */
final class ZlibDeflation {

    private static final int MOST_BYTES = 16 << 20;
    private static final int CHUNK = 64 << 10;

    /** Of gzip: no name, no time, and the system that Node names. */
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3};

    private ZlibDeflation() {}

    /** Parts are the data and a dictionary. */
    static HostMessage deflate(CallArguments arguments) throws Refused {
        var data = arguments.bytes(0);
        if (data.length > MOST_BYTES) throw CallFault.tooLarge("buffer.length", MOST_BYTES);
        var format = arguments.text("format");
        return CallArguments.answer(
                switch (format) {
                    case "gzip" -> gzip(data, arguments);
                    case "deflate" -> body(data, false, arguments);
                    case "raw" -> body(data, true, arguments);
                    default -> throw CallFault.argument("format");
                });
    }

    private static byte[] gzip(byte[] data, CallArguments arguments) throws Refused {
        var crc = new CRC32();
        crc.update(data);
        var body = body(data, true, arguments);
        return ByteBuffer.allocate(HEADER.length + body.length + 2 * Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(HEADER)
                .put(body)
                .putInt((int) crc.getValue())
                .putInt(data.length)
                .array();
    }

    private static byte[] body(byte[] data, boolean isRaw, CallArguments arguments) throws Refused {
        var deflater = new Deflater(arguments.integer("level", -1, 9), isRaw);
        try {
            deflater.setStrategy(
                    switch (arguments.integer("strategy", 0, 4)) {
                        case 1 -> Deflater.FILTERED;
                        case 2 -> Deflater.HUFFMAN_ONLY;
                        default -> Deflater.DEFAULT_STRATEGY;
                    });
            if (arguments.hasBytes(1) && !arguments.text("format").equals("gzip"))
                deflater.setDictionary(arguments.bytes(1));
            deflater.setInput(data);
            deflater.finish();
            var output = new ByteArrayOutputStream();
            var chunk = new byte[CHUNK];
            while (!deflater.finished()) output.write(chunk, 0, deflater.deflate(chunk));
            return output.toByteArray();
        } finally {
            deflater.end();
        }
    }
}
