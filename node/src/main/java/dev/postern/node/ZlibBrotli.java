package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.brotli.dec.BrotliInputStream;

/** Decompression of Brotli data (RFC 7932). */
final class ZlibBrotli {

    private static final int CHUNK = 64 << 10;

    private ZlibBrotli() {}

    static HostMessage decompress(CallArguments arguments) throws Refused {
        var output = new ZlibOutput(arguments);
        var data = arguments.bytes(0);
        if (data.length == 0) throw CallFault.error("Z_BUF_ERROR", "unexpected end of file");
        try (var input = new BrotliInputStream(new ByteArrayInputStream(data))) {
            var chunk = new byte[CHUNK];
            for (var length = input.read(chunk); length > 0; length = input.read(chunk)) output.add(chunk, length);
        } catch (IOException | RuntimeException e) {
            if (!arguments.is("partial")) throw CallFault.error("ERR__ERROR_FORMAT", "Decompression failed");
        }
        return CallArguments.answer(output.bytes());
    }
}
