package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/** The kinds of asymmetric key there are. */
enum CryptoKeyType {
    RSA("rsa", "RSA", "1.2.840.113549.1.1.1", 0),
    RSA_PSS("rsa-pss", "RSA", "1.2.840.113549.1.1.10", 0),
    EC("ec", "EC", "1.2.840.10045.2.1", 0),
    ED25519("ed25519", "Ed25519", "1.3.101.112", 32),
    ED448("ed448", "Ed448", "1.3.101.113", 57),
    X25519("x25519", "X25519", "1.3.101.110", 32),
    X448("x448", "X448", "1.3.101.111", 56);

    private final String nodeName;
    private final String jcaName;
    private final String id;
    private final int length;

    CryptoKeyType(String nodeName, String jcaName, String id, int length) {
        this.nodeName = nodeName;
        this.jcaName = jcaName;
        this.id = id;
        this.length = length;
    }

    static CryptoKeyType of(AlgorithmIdentifier algorithm) throws Refused {
        return Arrays.stream(values())
                .filter(type -> type.id.equals(algorithm.getAlgorithm().getId()))
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
        return new ASN1ObjectIdentifier(id);
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
