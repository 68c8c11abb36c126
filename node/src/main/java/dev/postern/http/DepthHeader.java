package dev.postern.http;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header that stops an Action from calling itself through the server: each request of an Action tells how deep the
 * flow was, and the server hands that on to the flow which the request starts. The number is sealed, or anyone who logs
 * in could claim a great depth, have an Action's requests refused, and so pass a check that fails open. Thread-safe.
 */
public final class DepthHeader {

    /** The name of the header, which no Action can set. */
    public static final String NAME = "Postern-Depth";

    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    /** A header that all servers with this key, of 32 bytes or more, understand. */
    public DepthHeader(byte[] key) {
        if (requireNonNull(key, "key").length < KEY_BYTES) {
            throw new IllegalArgumentException("the key must have " + KEY_BYTES + " bytes or more");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** A header that this process alone understands: enough for a single server. */
    public static DepthHeader ofThisProcess() {
        var key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return new DepthHeader(key);
    }

    /**
     * How deep a flow is that was started by a request with this header. Depth 0, as without the header, if the value was
     * not sealed with this key; of several values, joined with commas, the greatest.
     */
    public int read(String value) {
        int depth = 0;
        for (String part : value.split(",", -1)) {
            String text = part.strip();
            int dot = text.indexOf('.');
            if (dot > 0 && text.substring(0, dot).matches("[1-9][0-9]{0,5}")) {
                int claimed = Integer.parseInt(text.substring(0, dot));
                depth = isSealed(text, claimed) ? Math.max(depth, claimed) : depth;
            }
        }
        return depth;
    }

    String write(int depth) {
        return depth + "." + HexFormat.of().formatHex(seal(depth), 0, 16);
    }

    private boolean isSealed(String text, int depth) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), write(depth).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] seal(int depth) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((NAME + ":" + depth).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
