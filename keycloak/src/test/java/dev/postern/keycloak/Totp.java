package dev.postern.keycloak;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a user's authenticator app shows: RFC 6238 with six digits and 30 seconds. */
final class Totp {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long PERIOD_MILLIS = 30_000;

    private Totp() {}

    /** The code of this moment, of a secret in Base32 as Keycloak's page shows it. */
    static String code(String shown) throws GeneralSecurityException {
        return code(shown, System.currentTimeMillis() / PERIOD_MILLIS);
    }

    /** The code after the one of this moment: Keycloak takes it as well, and takes none twice. */
    static String nextCode(String shown) throws GeneralSecurityException {
        return code(shown, System.currentTimeMillis() / PERIOD_MILLIS + 1);
    }

    private static String code(String shown, long period) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(base32(shown), "HmacSHA1"));
        var step = ByteBuffer.allocate(8).putLong(period).array();
        var hash = mac.doFinal(step);
        var offset = hash[hash.length - 1] & 0xf;
        var number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
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
