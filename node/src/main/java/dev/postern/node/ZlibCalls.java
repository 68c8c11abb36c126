package dev.postern.node;

import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The host's side of {@code zlib}: functions without state, thread-safe. The sandbox cannot stop one while it runs; the
 * bounds on what goes in and comes out keep each within a second or so.
 */
public final class ZlibCalls {

    private static final int POLYNOMIAL = 0xedb88320;

    private static final Map<String, HostFunction> FUNCTIONS = Map.of(
            "zlib.deflate", direct(ZlibDeflation::deflate),
            "zlib.inflate", direct(ZlibInflation::inflate),
            "zlib.brotli", direct(ZlibBrotli::decompress),
            "zlib.crc32", direct(ZlibCalls::crc32));

    private ZlibCalls() {}

    /** The function of this name, all of which begin with {@code zlib.}. */
    public static Optional<HostFunction> find(String name) {
        return Optional.ofNullable(FUNCTIONS.get(name));
    }

    @FunctionalInterface
    private interface Call {
        HostMessage answer(CallArguments arguments) throws Refused;
    }

    private static HostFunction direct(Call call) {
        return (HostFunction.Direct) message -> call.answer(CallArguments.of(message));
    }

    /** CRC-32 of the data, going on from {@code value}, which the JDK's own cannot unless it is 0. */
    private static HostMessage crc32(CallArguments arguments) throws Refused {
        var value = (int) arguments.natural("value", 0xffffffffL);
        if (value == 0) {
            var crc = new CRC32();
            crc.update(arguments.bytes(0));
            return HostMessage.of(Long.toString(crc.getValue()));
        }
        var crc = ~value;
        for (var octet : arguments.bytes(0)) {
            crc ^= octet & 0xff;
            for (var bit = 0; bit < Byte.SIZE; bit++) crc = (crc >>> 1) ^ (POLYNOMIAL & -(crc & 1));
        }
        return HostMessage.of(Long.toString(~crc & 0xffffffffL));
    }
}
