package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.IllegalBlockSizeException;
import javax.crypto.spec.ChaCha20ParameterSpec;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Symmetric ciphers, without state: the guest remembers how far it has come. Parts are always the key, the
 * initialization vector and the data, then what is authenticated besides.
 */
final class CryptoCiphers {

    private static final int BLOCK = 16;
    private static final int TAG = 16;
    private static final int NONCE = 12;
    private static final BigInteger COUNTERS = BigInteger.ONE.shiftLeft(8 * BLOCK);

    private CryptoCiphers() {}

    /** Whole blocks in CBC or ECB, the last one padded where {@code padding} says so. */
    static HostMessage blocks(CallArguments arguments) throws Refused {
        var padding = arguments.is("padding") ? "PKCS5Padding" : "NoPadding";
        var mode = arguments.text("mode");
        return switch (mode) {
            case "cbc" -> transform("AES/CBC/" + padding, arguments, aes(arguments), iv(arguments));
            case "ecb" -> transform("AES/ECB/" + padding, arguments, aes(arguments), null);
            default -> throw unknown();
        };
    }

    /** Data under a key stream, from {@code offset} bytes of it on; the same both ways, and authenticating nothing. */
    static HostMessage stream(CallArguments arguments) throws Refused {
        var offset = arguments.natural("offset", 1L << 36);
        var mode = arguments.text("mode");
        return switch (mode) {
            case "ctr" -> counter(arguments, new BigInteger(1, iv16(arguments)), offset);
            case "gcm" ->
                counter(
                        arguments,
                        new BigInteger(1, Arrays.copyOf(nonce(arguments), BLOCK)).add(BigInteger.TWO),
                        offset);
            case "chacha20-poly1305" -> chacha(arguments, offset);
            default -> throw unknown();
        };
    }

    /** Encrypts and authenticates: the answer is the ciphertext and a tag of 16 bytes. */
    static HostMessage seal(CallArguments arguments) throws Refused {
        return authenticated(arguments, Cipher.ENCRYPT_MODE, TAG);
    }

    /** Decrypts a ciphertext that its tag of {@code tagLength} bytes follows; refused where it does not fit. */
    static HostMessage open(CallArguments arguments) throws Refused {
        return authenticated(arguments, Cipher.DECRYPT_MODE, arguments.integer("tagLength", NONCE, TAG));
    }

    /** AES key wrap (RFC 3394) of the data, or with {@code unwrap} the way back. */
    static HostMessage wrap(CallArguments arguments) throws Refused {
        var unwraps = arguments.is("unwrap");
        var data = arguments.bytes(2);
        if (data.length % (BLOCK / 2) != 0 || data.length < (unwraps ? 3 * BLOCK / 2 : BLOCK)) {
            throw CallFault.badDecrypt();
        }
        try {
            var cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(unwraps ? Cipher.DECRYPT_MODE : Cipher.ENCRYPT_MODE, aes(arguments));
            return CallArguments.answer(cipher.doFinal(data));
        } catch (GeneralSecurityException e) {
            throw CallFault.badDecrypt();
        }
    }

    private static HostMessage counter(CallArguments arguments, BigInteger first, long offset) throws Refused {
        var block = first.add(BigInteger.valueOf(offset / BLOCK)).mod(COUNTERS).toByteArray();
        var iv = new byte[BLOCK];
        var length = Math.min(block.length, BLOCK);
        System.arraycopy(block, block.length - length, iv, BLOCK - length, length);
        return skipping(
                (int) (offset % BLOCK), arguments, "AES/CTR/NoPadding", aes(arguments), new IvParameterSpec(iv));
    }

    private static HostMessage chacha(CallArguments arguments, long offset) throws Refused {
        var block = 4 * BLOCK;
        var counter = new ChaCha20ParameterSpec(nonce(arguments), (int) (offset / block) + 1);
        return skipping((int) (offset % block), arguments, "ChaCha20", chachaKey(arguments), counter);
    }

    private static HostMessage skipping(
            int skipped, CallArguments arguments, String name, Key key, AlgorithmParameterSpec parameters)
            throws Refused {
        try {
            var cipher = Cipher.getInstance(name);
            cipher.init(Cipher.ENCRYPT_MODE, key, parameters);
            cipher.update(new byte[skipped]);
            return CallArguments.answer(cipher.doFinal(arguments.bytes(2)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static HostMessage authenticated(CallArguments arguments, int direction, int tagLength) throws Refused {
        var mode = arguments.text("mode");
        var iv = arguments.bytes(1);
        if (iv.length == 0) throw invalidIv();
        try {
            var cipher = switch (mode) {
                case "gcm" ->
                    initialised(
                            "AES/GCM/NoPadding", direction, aes(arguments), new GCMParameterSpec(8 * tagLength, iv));
                case "chacha20-poly1305" ->
                    initialised(
                            "ChaCha20-Poly1305",
                            direction,
                            chachaKey(arguments),
                            new IvParameterSpec(nonce(arguments)));
                default -> throw unknown();
            };
            cipher.updateAAD(arguments.bytes(3));
            return CallArguments.answer(cipher.doFinal(arguments.bytes(2)));
        } catch (AEADBadTagException | IllegalBlockSizeException e) {
            throw CallFault.error("", "Unsupported state or unable to authenticate data");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(mode, e);
        }
    }

    private static Cipher initialised(String name, int direction, Key key, AlgorithmParameterSpec parameters)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance(name);
        cipher.init(direction, key, parameters);
        return cipher;
    }

    private static HostMessage transform(
            String name, CallArguments arguments, Key key, @Nullable AlgorithmParameterSpec parameters) throws Refused {
        try {
            var cipher = Cipher.getInstance(name);
            cipher.init(arguments.is("encrypt") ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE, key, parameters);
            return CallArguments.answer(cipher.doFinal(arguments.bytes(2)));
        } catch (IllegalBlockSizeException e) {
            throw CallFault.error(
                    "ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH", "error:1C80006B:Provider routines::wrong final block length");
        } catch (BadPaddingException e) {
            throw CallFault.badDecrypt();
        } catch (InvalidKeyException | InvalidAlgorithmParameterException e) {
            throw CallFault.argument("key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(name, e);
        }
    }

    private static SecretKeySpec aes(CallArguments arguments) throws Refused {
        var key = arguments.bytes(0);
        if (key.length != 16 && key.length != 24 && key.length != 32) throw invalidKey();
        return new SecretKeySpec(key, "AES");
    }

    private static SecretKeySpec chachaKey(CallArguments arguments) throws Refused {
        var key = arguments.bytes(0);
        if (key.length != 32) throw invalidKey();
        return new SecretKeySpec(key, "ChaCha20");
    }

    private static IvParameterSpec iv(CallArguments arguments) throws Refused {
        return new IvParameterSpec(iv16(arguments));
    }

    private static byte[] iv16(CallArguments arguments) throws Refused {
        var iv = arguments.bytes(1);
        if (iv.length != BLOCK) throw invalidIv();
        return iv;
    }

    private static byte[] nonce(CallArguments arguments) throws Refused {
        var nonce = arguments.bytes(1);
        if (nonce.length != NONCE) throw invalidIv();
        return nonce;
    }

    private static Refused invalidKey() {
        return CallFault.range("ERR_CRYPTO_INVALID_KEYLEN", "Invalid key length");
    }

    private static Refused invalidIv() {
        return CallFault.type("ERR_CRYPTO_INVALID_IV", "Invalid initialization vector");
    }

    private static Refused unknown() {
        return CallFault.error("ERR_CRYPTO_UNKNOWN_CIPHER", "Unknown cipher");
    }
}
