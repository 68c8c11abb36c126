package dev.postern.http;

import dev.postern.http.OutboundException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Response;

/** Takes an answer into memory, so far as the limits allow. */
final class ResponseReader {

    private static final int CHUNK = 8192;

    private final HttpLimits limits;

    ResponseReader(HttpLimits limits) {
        this.limits = limits;
    }

    /** Refuses an answer with too much in its headers. */
    void checkHeaders(Response response) throws OutboundException {
        if (response.headers().byteCount() > limits.headerBytes()
                || response.headers().size() > limits.headerCount()) {
            throw tooMuch(
                    response,
                    "headers",
                    "exceed",
                    limits.headerBytes() + " bytes or " + limits.headerCount() + " lines");
        }
    }

    OutboundResponse read(Response response, String url, boolean redirected) throws IOException {
        List<String> layers = ContentCoding.layers(response.headers("Content-Encoding"));
        byte[] body = hasNoBody(response) ? new byte[0] : readBody(response, layers);
        return new OutboundResponse(
                response.code(),
                response.message(),
                headers(response),
                url,
                redirected,
                body.length > 0 && !layers.isEmpty(),
                body);
    }

    private static boolean hasNoBody(Response response) {
        int status = response.code();
        return response.request().method().equals("HEAD") || status == 204 || status == 205 || status == 304;
    }

    private byte[] readBody(Response response, List<String> layers) throws IOException {
        var kept = new ByteArrayOutputStream();
        var chunk = new byte[CHUNK];
        try (InputStream raw = response.body().byteStream();
                InputStream body = ContentCoding.decode(raw, layers)) {
            for (int read = body.read(chunk); read >= 0; read = body.read(chunk)) {
                if (read > limits.bodyBytes() - kept.size()) {
                    throw tooMuch(response, "body", "exceeds", limits.bodyBytes() + " bytes");
                }
                kept.write(chunk, 0, read);
            }
        }
        return kept.toByteArray();
    }

    private static List<Header> headers(Response response) {
        var headers = new ArrayList<Header>();
        response.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
        return headers;
    }

    private static OutboundException tooMuch(Response response, String part, String verb, String limit) {
        return new OutboundException(
                Reason.LIMIT,
                "the " + part + " of the answer from "
                        + response.request().url().host() + " " + verb + " " + limit + "; ask for less");
    }
}
