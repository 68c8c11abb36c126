package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Decompression of gzip, zlib and raw deflate data, with the errors that zlib gives. The container of gzip is read here,
 * for the JDK's own reader takes streams and tells other errors.
 */
final class ZlibInflation {

    private static final int CHUNK = 64 << 10;
    private static final int HEADER = 10;
    private static final int TRAILER = 8;

    private final byte[] data;
    private final byte[] dictionary;
    private final boolean isPartial;
    private final ZlibOutput output;
    private int at;

    private ZlibInflation(CallArguments arguments) throws Refused {
        this.data = arguments.bytes(0);
        this.dictionary = arguments.bytes(1);
        this.isPartial = arguments.is("partial");
        this.output = new ZlibOutput(arguments);
    }

    /** Parts are the data and a dictionary; with {@code partial}, data that ends too early gives what there is. */
    static HostMessage inflate(CallArguments arguments) throws Refused {
        var inflation = new ZlibInflation(arguments);
        var format = arguments.text("format");
        switch (format) {
            case "gzip" -> inflation.gzip();
            case "deflate" -> inflation.body(false, new CRC32());
            case "raw" -> inflation.body(true, new CRC32());
            case "unzip" -> {
                if (inflation.isGzip()) inflation.gzip();
                else inflation.body(false, new CRC32());
            }
            default -> throw CallFault.argument("format");
        }
        return CallArguments.answer(inflation.output.bytes());
    }

    private boolean isGzip() {
        return data.length >= 2 && octet(0) == 0x1f && octet(1) == 0x8b;
    }

    /** One member after the other; zeros behind the last are padding. */
    private void gzip() throws Refused {
        do {
            if (!header()) return;
            var crc = new CRC32();
            var written = body(true, crc);
            if (written < 0) return;
            if (data.length - at < TRAILER) {
                endsEarly();
                return;
            }
            if (little(at) != crc.getValue()) throw dataError("incorrect data check");
            if (little(at + 4) != (written & 0xffffffffL)) throw dataError("incorrect length check");
            at += TRAILER;
        } while (at < data.length && data[at] != 0);
    }

    /** Whether there is a whole header. */
    private boolean header() throws Refused {
        for (var i = 0; i < 2 && at + i < data.length; i++) {
            if (octet(at + i) != (i == 0 ? 0x1f : 0x8b)) throw dataError("incorrect header check");
        }
        if (data.length - at < HEADER) return endsEarly();
        if (octet(at + 2) != 8) throw dataError("unknown compression method");
        var flags = octet(at + 3);
        if ((flags & 0xe0) != 0) throw dataError("unknown header flags set");
        at += HEADER;
        if ((flags & 4) != 0) {
            if (data.length - at < 2) return endsEarly();
            at += 2 + octet(at) + (octet(at + 1) << 8);
        }
        for (var field = 8; field <= 16; field *= 2) {
            if ((flags & field) == 0) continue;
            while (at < data.length && data[at] != 0) at++;
            at++;
        }
        if ((flags & 2) != 0) at += 2;
        return at <= data.length || endsEarly();
    }

    /** Inflates to the end of the deflate data and gives the bytes written, or -1 where the data ends before it does. */
    private long body(boolean isRaw, CRC32 crc) throws Refused {
        var inflater = new Inflater(isRaw);
        try {
            inflater.setInput(data, at, data.length - at);
            if (isRaw && dictionary.length > 0) inflater.setDictionary(dictionary);
            var chunk = new byte[CHUNK];
            while (!inflater.finished()) {
                var length = inflater.inflate(chunk);
                crc.update(chunk, 0, length);
                output.add(chunk, length);
                if (length > 0) continue;
                if (inflater.needsDictionary()) {
                    if (dictionary.length == 0) throw CallFault.error("Z_NEED_DICT", "Missing dictionary");
                    setDictionary(inflater);
                } else if (inflater.needsInput() && !inflater.finished()) {
                    endsEarly();
                    return -1;
                }
            }
            at = data.length - inflater.getRemaining();
            return inflater.getBytesWritten();
        } catch (DataFormatException e) {
            throw dataError(e.getMessage() == null ? "invalid data" : e.getMessage());
        } finally {
            inflater.end();
        }
    }

    private void setDictionary(Inflater inflater) throws Refused {
        try {
            inflater.setDictionary(dictionary);
        } catch (IllegalArgumentException e) {
            throw CallFault.error("Z_NEED_DICT", "Bad dictionary");
        }
    }

    private boolean endsEarly() throws Refused {
        if (!isPartial) throw CallFault.error("Z_BUF_ERROR", "unexpected end of file");
        return false;
    }

    private static Refused dataError(String message) {
        return CallFault.error("Z_DATA_ERROR", message);
    }

    private int octet(int index) {
        return data[index] & 0xff;
    }

    private long little(int index) {
        return octet(index) | octet(index + 1) << 8 | octet(index + 2) << 16 | (long) octet(index + 3) << 24;
    }
}
