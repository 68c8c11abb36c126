package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECNamedDomainParameters;

/** The elliptic curves there are, all named: a key that brings a curve of its own is refused. */
enum CryptoCurve {
    P256("prime256v1", "P-256", "1.2.840.10045.3.1.7"),
    P384("secp384r1", "P-384", "1.3.132.0.34"),
    P521("secp521r1", "P-521", "1.3.132.0.35"),
    SECP256K1("secp256k1", "secp256k1", "1.3.132.0.10");

    private final String nodeName;
    private final String jwkName;
    private final String id;

    CryptoCurve(String nodeName, String jwkName, String id) {
        this.nodeName = nodeName;
        this.jwkName = jwkName;
        this.id = id;
    }

    /** The curve of this name, Node's or that of JSON Web Keys. */
    static CryptoCurve named(String name) throws Refused {
        return Arrays.stream(values())
                .filter(curve -> curve.nodeName.equals(name) || curve.jwkName.equals(name))
                .findFirst()
                .orElseThrow(CallFault::curve);
    }

    /** The curve that the parameters of a key's algorithm name. */
    static CryptoCurve of(ASN1Encodable parameters) throws Refused {
        return Arrays.stream(values())
                .filter(curve -> curve.id().equals(parameters))
                .findFirst()
                .orElseThrow(CallFault::curve);
    }

    String nodeName() {
        return nodeName;
    }

    String jwkName() {
        return jwkName;
    }

    ASN1ObjectIdentifier id() {
        return new ASN1ObjectIdentifier(id);
    }

    ECNamedDomainParameters domain() {
        return new ECNamedDomainParameters(id(), CustomNamedCurves.getByOID(id()));
    }

    /** Bytes of a coordinate. */
    int fieldLength() {
        return (domain().getCurve().getFieldSize() + 7) / 8;
    }

    /** Bytes of a private key. */
    int orderLength() {
        return (domain().getN().bitLength() + 7) / 8;
    }
}
