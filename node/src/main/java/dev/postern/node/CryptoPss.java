package dev.postern.node;

import java.security.GeneralSecurityException;
import java.security.interfaces.RSAPublicKey;
import javax.crypto.Cipher;

/** What the JDK does not tell of an RSA-PSS signature: how long its salt is. */
final class CryptoPss {

    private CryptoPss() {}

    /**
     * The length of the salt, read from the signature (RFC 8017, section 9.1.2); -1 where there is none to be found. It
     * says nothing of whether the signature is right: that is verified afterwards, with this length.
     */
    static int saltLength(RSAPublicKey key, byte[] signature, CryptoDigest digest) {
        byte[] encoded;
        try {
            var cipher = Cipher.getInstance("RSA/ECB/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            encoded = cipher.doFinal(signature);
        } catch (GeneralSecurityException e) {
            return -1;
        }
        var bits = key.getModulus().bitLength() - 1;
        var length = (bits + 7) / 8;
        var start = encoded.length - length;
        var hashLength = digest.digest().getDigestLength();
        var blockLength = length - hashLength - 1;
        if (start < 0 || blockLength < 1) return -1;
        var hash = new byte[hashLength];
        System.arraycopy(encoded, start + blockLength, hash, 0, hashLength);
        var mask = mask(digest, hash, blockLength);
        for (var i = 0; i < blockLength; i++) {
            var value = (encoded[start + i] ^ mask[i]) & 0xff;
            if (i == 0) value &= 0xff >>> (8 * length - bits);
            if (value == 1) return blockLength - i - 1;
            if (value != 0) return -1;
        }
        return -1;
    }

    private static byte[] mask(CryptoDigest digest, byte[] seed, int length) {
        var mask = new byte[length];
        var hash = digest.digest();
        for (int at = 0, counter = 0; at < length; at += seed.length, counter++) {
            hash.update(seed);
            var block = hash.digest(new byte[] {0, 0, (byte) (counter >>> 8), (byte) counter});
            System.arraycopy(block, 0, mask, at, Math.min(block.length, length - at));
        }
        return mask;
    }
}
