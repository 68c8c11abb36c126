package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** The kinds of asymmetric key there are. */
enum CryptoKeyType {
    RSA("rsa", "RSA", PKCSObjectIdentifiers.rsaEncryption, 0),
    RSA_PSS("rsa-pss", "RSA", PKCSObjectIdentifiers.id_RSASSA_PSS, 0),
    EC("ec", "EC", X9ObjectIdentifiers.id_ecPublicKey, 0),
    ED25519("ed25519", "Ed25519", rfc8410("112"), 32),
    ED448("ed448", "Ed448", rfc8410("113"), 57),
    X25519("x25519", "X25519", rfc8410("110"), 32),
    X448("x448", "X448", rfc8410("111"), 56);

    private final String nodeName;
    private final String jcaName;
    private final ASN1ObjectIdentifier id;
    private final int length;

    CryptoKeyType(String nodeName, String jcaName, ASN1ObjectIdentifier id, int length) {
        this.nodeName = nodeName;
        this.jcaName = jcaName;
        this.id = id;
        this.length = length;
    }

    private static ASN1ObjectIdentifier rfc8410(String last) {
        return new ASN1ObjectIdentifier("1.3.101." + last);
    }

    static CryptoKeyType of(AlgorithmIdentifier algorithm) throws Refused {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(algorithm.getAlgorithm()))
                .findFirst()
                .orElseThrow(CallFault::unsupportedKey);
    }

    /** The type of this name: Node's, or one of {@code OKP} curves of JSON Web Keys. */
    static CryptoKeyType named(String name) throws Refused {
        return Arrays.stream(values())
                .filter(type -> type.nodeName.equals(name) || (type.isOctetPair() && type.jcaName.equals(name)))
                .findFirst()
                .orElseThrow(() -> CallFault.argument("type"));
    }

    String nodeName() {
        return nodeName;
    }

    String jcaName() {
        return jcaName;
    }

    ASN1ObjectIdentifier id() {
        return id;
    }

    boolean isRsa() {
        return this == RSA || this == RSA_PSS;
    }

    /** Whether a key is a string of bytes of one length, as in the curves of RFC 8032 and RFC 7748. */
    boolean isOctetPair() {
        return length > 0;
    }

    boolean signs() {
        return this == ED25519 || this == ED448;
    }

    /** Bytes of a key, where it is but bytes. */
    int length() {
        return length;
    }
}
