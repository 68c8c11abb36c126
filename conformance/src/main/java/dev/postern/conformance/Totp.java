package dev.postern.conformance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a user's authenticator app shows: RFC 6238 with six digits and 30 seconds. */
public final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long PERIOD_MILLIS = 30_000;

    private Totp() {}

    /** The code of this moment, of a secret in Base32 as a page shows it: spaces are no part of it. */
    public static String code(String shown, Instant when) {
        var step = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(when.toEpochMilli(), PERIOD_MILLIS))
                .array();
        var hash = hmac(base32(shown), step);
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] base32(String text) {
        var letters = text.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
        var bytes = ByteBuffer.allocate(letters.length() * 5 / 8);
        var bits = 0;
        var count = 0;
        for (var i = 0; i < letters.length(); i++) {
            bits = bits << 5 | ALPHABET.indexOf(letters.charAt(i));
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.put((byte) (bits >> count));
            }
        }
        return bytes.array();
    }
}
