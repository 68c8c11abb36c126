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
        try {
            var parsed = ASN1Primitive.fromByteArray(der);
            if (parsed == null) throw CallFault.unsupportedKey();
            return parsed;
        } catch (IOException | IllegalArgumentException | IllegalStateException | ClassCastException e) {
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
