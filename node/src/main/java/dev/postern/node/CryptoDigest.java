package dev.postern.node;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.postern.sandbox.HostFunction.Refused;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hash functions there are: those of Node that the JDK has too. */
enum CryptoDigest {
    MD5("md5", "MD5", "HmacMD5", "MD5withRSA"),
    SHA1("sha1", "SHA-1", "HmacSHA1", "SHA1withRSA"),
    SHA224("sha224", "SHA-224", "HmacSHA224", "SHA224withRSA"),
    SHA256("sha256", "SHA-256", "HmacSHA256", "SHA256withRSA"),
    SHA384("sha384", "SHA-384", "HmacSHA384", "SHA384withRSA"),
    SHA512("sha512", "SHA-512", "HmacSHA512", "SHA512withRSA"),
    SHA512_224("sha512-224", "SHA-512/224", "HmacSHA512/224", "SHA512/224withRSA"),
    SHA512_256("sha512-256", "SHA-512/256", "HmacSHA512/256", "SHA512/256withRSA"),
    SHA3_224("sha3-224", "SHA3-224", "HmacSHA3-224", "SHA3-224withRSA"),
    SHA3_256("sha3-256", "SHA3-256", "HmacSHA3-256", "SHA3-256withRSA"),
    SHA3_384("sha3-384", "SHA3-384", "HmacSHA3-384", "SHA3-384withRSA"),
    SHA3_512("sha3-512", "SHA3-512", "HmacSHA3-512", "SHA3-512withRSA");

    private static final Map<String, CryptoDigest> BY_NAME =
            Arrays.stream(values()).collect(toUnmodifiableMap(CryptoDigest::nodeName, digest -> digest));

    private final String nodeName;
    private final String jcaName;
    private final String macName;
    private final String rsaName;

    CryptoDigest(String nodeName, String jcaName, String macName, String rsaName) {
        this.nodeName = nodeName;
        this.jcaName = jcaName;
        this.macName = macName;
        this.rsaName = rsaName;
    }

    /** The digest that Node means by this name, such as {@code sha256}, {@code SHA-256} or {@code RSA-SHA256}. */
    static CryptoDigest named(String name) throws Refused {
        var plain = name.toLowerCase(Locale.ROOT);
        if (plain.startsWith("rsa-")) plain = plain.substring("rsa-".length());
        if (plain.endsWith("withrsaencryption"))
            plain = plain.substring(0, plain.length() - "withrsaencryption".length());
        plain = plain.replace('/', '-');
        if (plain.startsWith("sha-")) plain = "sha" + plain.substring("sha-".length());
        if (plain.startsWith("sha2-")) plain = "sha" + plain.substring("sha2-".length());
        var found = BY_NAME.get(plain);
        if (found == null) throw CallFault.digest(name);
        return found;
    }

    String nodeName() {
        return nodeName;
    }

    String jcaName() {
        return jcaName;
    }

    /** The JDK's name of an RSA signature (PKCS #1 v1.5) with this digest. */
    String rsaName() {
        return rsaName;
    }

    MessageDigest digest() {
        try {
            return MessageDigest.getInstance(jcaName);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + jcaName, e);
        }
    }

    Mac mac(byte[] key) {
        try {
            var mac = Mac.getInstance(macName);
            // An HMAC key is padded with zeros, so the empty one, which the JDK refuses, is that of one zero.
            mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, macName));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks " + macName, e);
        }
    }
}
