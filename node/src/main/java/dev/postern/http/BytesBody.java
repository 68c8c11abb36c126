package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.io.IOException;
import java.util.Set;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A request's body from memory. Its media type stands in the request's own headers. */
final class BytesBody extends RequestBody {

    private static final Set<String> NEVER_WITH_BODY = Set.of("GET", "HEAD");
    private static final Set<String> ALWAYS_WITH_BODY = Set.of("POST", "PUT", "PATCH");
    private static final Set<String> IDEMPOTENT = Set.of("PUT", "DELETE", "OPTIONS");

    private final byte[] bytes;
    private final boolean sentOnce;

    private BytesBody(byte[] bytes, boolean sentOnce) {
        this.bytes = bytes;
        this.sentOnce = sentOnce;
    }

    static @Nullable RequestBody of(OutboundRequest request) throws OutboundException {
        String method = request.method();
        if (request.body().isEmpty() && !ALWAYS_WITH_BODY.contains(method)) {
            return null;
        }
        if (NEVER_WITH_BODY.contains(method)) {
            throw new OutboundException(Reason.INVALID_REQUEST, "a request with " + method + " has no body; use POST");
        }
        return new BytesBody(request.body().orElseGet(() -> new byte[0]), !IDEMPOTENT.contains(method));
    }

    @Override
    public @Nullable MediaType contentType() {
        return null;
    }

    @Override
    public long contentLength() {
        return bytes.length;
    }

    /** Whether OkHttp may not send it again over another connection, when it cannot know whether the first one arrived. */
    @Override
    public boolean isOneShot() {
        return sentOnce;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        sink.write(bytes);
    }
}
