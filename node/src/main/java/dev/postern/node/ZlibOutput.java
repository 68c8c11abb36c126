package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.io.ByteArrayOutputStream;

/** What comes out of a decompression, up to a bound: a few bytes in can be gigabytes out. */
final class ZlibOutput {

    static final int MOST_BYTES = 64 << 20;

    private final int most;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** An output of at most as many bytes as the arguments say, and never more than 64 MiB. */
    ZlibOutput(CallArguments arguments) throws Refused {
        this.most = arguments.integer("most", 1, MOST_BYTES);
    }

    void add(byte[] chunk, int length) throws Refused {
        if (length > most - bytes.size()) {
            throw CallFault.range("ERR_BUFFER_TOO_LARGE", "Cannot create a Buffer larger than " + most + " bytes");
        }
        bytes.write(chunk, 0, length);
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }
}
