package dev.postern.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** The compressions of a body that are taken off, as streams. */
final class ContentCoding {

    /** What each request says it accepts, so that no other compression should come. */
    static final String ACCEPTED = "gzip, deflate";

    private static final Set<String> KNOWN = Set.of("gzip", "x-gzip", "deflate");
    private static final int MOST_LAYERS = 3;
    private static final int DEFLATED = 8;

    private ContentCoding() {}

    /** The layers of {@code Content-Encoding}, outermost last; none if one is unknown, for then the body is left as it is. */
    static List<String> layers(List<String> contentEncodings) {
        List<String> layers = contentEncodings.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(coding -> coding.strip().toLowerCase(Locale.ROOT))
                .filter(coding -> !coding.isEmpty() && !coding.equals("identity"))
                .toList();
        return layers.size() <= MOST_LAYERS && KNOWN.containsAll(layers) ? layers : List.of();
    }

    /** An empty body is not compressed, whatever the headers say. */
    static InputStream decode(InputStream body, List<String> layers) throws IOException {
        InputStream decoded = body;
        for (String layer : layers.reversed()) {
            var peeked = new PushbackInputStream(decoded, 1);
            int first = peeked.read();
            if (first < 0) {
                return peeked;
            }
            peeked.unread(first);
            decoded = layer.equals("deflate") ? inflate(peeked, first) : new GZIPInputStream(peeked);
        }
        return decoded;
    }

    /** "deflate" means zlib's format, and from some servers the bare one. */
    private static InputStream inflate(InputStream body, int first) {
        boolean bare = (first & 0x0f) != DEFLATED;
        return new InflatedBody(body, new Inflater(bare));
    }

    /** Frees the native memory of its inflater, which the JDK does only for one that it made itself. */
    private static final class InflatedBody extends InflaterInputStream {
        InflatedBody(InputStream body, Inflater inflater) {
            super(body, inflater);
        }

        @Override
        public void close() throws IOException {
            try {
                super.close();
            } finally {
                inf.end();
            }
        }
    }
}
