package dev.postern.embedding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.factor.Factor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** How users prove who they are: passwords, one-time passwords, recovery codes. */
final class Proofs {

    /** Of the hash of a password. */
    static final int ROUNDS = 210_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int SECRET_LETTERS = 32;
    private static final int PERIOD_SECONDS = 30;

    private Proofs() {}

    /** 256 bits that nobody can guess, as text for a URL. */
    static String random() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** A new secret of one-time passwords in Base32, or a new recovery code of the same form. */
    static String secret() {
        var letters = new StringBuilder();
        RANDOM.ints(SECRET_LETTERS, 0, BASE32.length()).forEach(letter -> letters.append(BASE32.charAt(letter)));
        return letters.toString();
    }

    /** What is kept instead of something random: who reads it cannot use it. */
    static String hash(String value) {
        try {
            return text(MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that tells nothing of where they differ. */
    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** What is kept of a password: the number of rounds, the salt and the hash, with colons between them. */
    static String passwordHash(String password, int rounds, String salt) {
        try {
            var key = new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), rounds, 256);
            var hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512").generateSecret(key);
            return rounds + ":" + salt + ":" + text(hash.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is the password that this was kept of. */
    static boolean isPassword(String typed, String kept) {
        var parts = kept.split(":", -1);
        return equal(kept, passwordHash(typed, Integer.parseInt(parts[0]), parts[1]));
    }

    /** Whether the code is one of the user's, who then cannot use it again. */
    static boolean use(ObjectNode user, Factor factor, String code, Instant now) {
        var kept = user.path(factor.id()).asText();
        if (kept.isEmpty()) {
            return false;
        }
        if (factor == Factor.RECOVERY_CODE) {
            var isRight = equal(kept, hash(code));
            if (isRight) {
                user.remove(factor.id());
            }
            return isRight;
        }
        var step = now.getEpochSecond() / PERIOD_SECONDS;
        // A code of the step before was typed slowly; one of a step that was used is a copy.
        for (var at = Math.max(step - 1, user.path("otp_step").asLong() + 1); at <= step; at++) {
            if (equal(oneTimePassword(kept, at), code)) {
                user.put("otp_step", at);
                return true;
            }
        }
        return false;
    }

    /** Gives the user the factor of this secret, if the code proves that they have it. */
    static boolean enroll(ObjectNode user, Factor factor, String secret, String code, Instant now) {
        var enrolled = user.objectNode().put(factor.id(), factor == Factor.RECOVERY_CODE ? hash(secret) : secret);
        if (secret.isEmpty() || !use(enrolled, factor, code, now)) {
            return false;
        }
        user.setAll(enrolled.put(factor.id(), factor == Factor.RECOVERY_CODE ? hash(secret) : secret));
        return true;
    }

    /** RFC 6238, with six digits. */
    private static String oneTimePassword(String secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(base32(secret), "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a secret that {@link #secret} has made: eight letters are five bytes. */
    private static byte[] base32(String letters) {
        var bytes = ByteBuffer.allocate(letters.length() / 8 * 5);
        for (var at = 0; at < letters.length(); at += 8) {
            var bits = 0L;
            for (var letter : letters.substring(at, at + 8).toCharArray()) {
                bits = bits << 5 | BASE32.indexOf(letter);
            }
            bytes.put((byte) (bits >> 32)).putInt((int) bits);
        }
        return bytes.array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
