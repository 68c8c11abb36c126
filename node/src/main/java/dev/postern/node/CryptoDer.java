package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/** Reading and writing of ASN.1, with a bound that no key or certificate needs. */
final class CryptoDer {

    private static final int MOST_BYTES = 64 << 10;

    private CryptoDer() {}

    static ASN1Primitive parse(byte[] der) throws Refused {
        checkLength(der);
        return reading(() -> {
            var parsed = ASN1Primitive.fromByteArray(der);
            if (parsed == null) throw CallFault.unsupportedKey();
            return parsed;
        });
    }

    /** Some reading of bytes that the guest has made. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws Refused, IOException;
    }

    /** Reads with the library, which tells of bytes that are not what they should be by exceptions of many kinds. */
    static <T> T reading(Reading<T> reading) throws Refused {
        try {
            return reading.read();
        } catch (IOException | RuntimeException e) {
            throw CallFault.unsupportedKey();
        }
    }

    static void checkLength(byte[] der) throws Refused {
        if (der.length > MOST_BYTES) throw CallFault.tooLarge("key.length", MOST_BYTES);
    }

    static SubjectPublicKeyInfo publicKey(AlgorithmIdentifier algorithm, ASN1Object key) {
        try {
            return new SubjectPublicKeyInfo(algorithm, key);
        } catch (IOException e) {
            throw new IllegalStateException("a structure of ours has no encoding", e);
        }
    }

    static byte[] encode(ASN1Object object) {
        try {
            return object.getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException("a structure of ours has no encoding", e);
        }
    }
}
