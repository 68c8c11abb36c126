package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.Ed448PrivateKeyParameters;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;
import org.bouncycastle.crypto.params.X448PrivateKeyParameters;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;

/** A private key: a PKCS #8 structure that has been looked at, in the one form that OpenSSL writes. */
final class CryptoPrivateKey {

    private final PrivateKeyInfo info;
    private final CryptoKeyType type;

    private CryptoPrivateKey(PrivateKeyInfo info, CryptoKeyType type) {
        this.info = info;
        this.type = type;
    }

    static CryptoPrivateKey parse(byte[] der) throws Refused {
        return CryptoDer.reading(() -> of(PrivateKeyInfo.getInstance(CryptoDer.parse(der))));
    }

    static CryptoPrivateKey of(PrivateKeyInfo info) throws Refused {
        var algorithm = info.getPrivateKeyAlgorithm();
        var type = CryptoKeyType.of(algorithm);
        return CryptoDer.reading(() -> switch (type) {
            case RSA, RSA_PSS -> rsa(type, algorithm, RSAPrivateKey.getInstance(info.parsePrivateKey()));
            case EC ->
                ec(
                        CryptoCurve.of(algorithm.getParameters()),
                        ECPrivateKey.getInstance(info.parsePrivateKey()).getKey());
            case ED25519, ED448, X25519, X448 ->
                octets(type, ASN1OctetString.getInstance(info.parsePrivateKey()).getOctets());
        });
    }

    static CryptoPrivateKey rsa(RSAPrivateKey key) throws Refused {
        return rsa(CryptoKeyType.RSA, CryptoRsaKeys.PLAIN, key);
    }

    /** The same RSA key, to be used with PSS only. */
    CryptoPrivateKey forPss() throws Refused {
        return rsa(CryptoKeyType.RSA_PSS, new AlgorithmIdentifier(CryptoKeyType.RSA_PSS.id()), rsa());
    }

    private static CryptoPrivateKey rsa(CryptoKeyType type, AlgorithmIdentifier algorithm, RSAPrivateKey key)
            throws Refused {
        CryptoRsaKeys.check(key);
        return new CryptoPrivateKey(wrap(algorithm, key), type);
    }

    /** The key of this scalar; its public half is computed, whatever a file says. */
    static CryptoPrivateKey ec(CryptoCurve curve, BigInteger scalar) throws Refused {
        var domain = curve.domain();
        if (scalar.signum() <= 0 || scalar.compareTo(domain.getN()) >= 0) throw CallFault.unsupportedKey();
        var point =
                new FixedPointCombMultiplier().multiply(domain.getG(), scalar).getEncoded(false);
        var key = new ECPrivateKey(domain.getN().bitLength(), scalar, new DERBitString(point), null);
        return new CryptoPrivateKey(
                wrap(new AlgorithmIdentifier(CryptoKeyType.EC.id(), curve.id()), key), CryptoKeyType.EC);
    }

    static CryptoPrivateKey octets(CryptoKeyType type, byte[] key) throws Refused {
        if (!type.isOctetPair() || key.length != type.length()) throw CallFault.unsupportedKey();
        return new CryptoPrivateKey(wrap(new AlgorithmIdentifier(type.id()), new DEROctetString(key)), type);
    }

    private static PrivateKeyInfo wrap(AlgorithmIdentifier algorithm, ASN1Encodable key) {
        try {
            return new PrivateKeyInfo(algorithm, key);
        } catch (IOException e) {
            throw new IllegalStateException("a key of ours has no encoding", e);
        }
    }

    CryptoKeyType type() {
        return type;
    }

    RSAPrivateKey rsa() {
        return RSAPrivateKey.getInstance(inner());
    }

    /** The structure of SEC 1, with the curve in it. */
    ECPrivateKey sec1() throws Refused {
        var key = ECPrivateKey.getInstance(inner());
        return new ECPrivateKey(curve().domain().getN().bitLength(), key.getKey(), key.getPublicKey(), curve().id());
    }

    BigInteger scalar() {
        return ECPrivateKey.getInstance(inner()).getKey();
    }

    /** The bytes that are the key, where it is but bytes. */
    byte[] octets() {
        return ASN1OctetString.getInstance(inner()).getOctets();
    }

    private ASN1Encodable inner() {
        try {
            return info.parsePrivateKey();
        } catch (IOException e) {
            throw new IllegalStateException("a key that was read before", e);
        }
    }

    CryptoCurve curve() throws Refused {
        return CryptoCurve.of(info.getPrivateKeyAlgorithm().getParameters());
    }

    ECPrivateKeyParameters scalarOnCurve() throws Refused {
        return new ECPrivateKeyParameters(scalar(), curve().domain());
    }

    /** The key for the JDK's own algorithms; not for elliptic curves of {@link CryptoCurve}. */
    PrivateKey jca() throws Refused {
        var plain = type == CryptoKeyType.RSA_PSS ? wrap(CryptoRsaKeys.PLAIN, rsa()) : info;
        try {
            return KeyFactory.getInstance(type.jcaName())
                    .generatePrivate(new PKCS8EncodedKeySpec(CryptoDer.encode(plain)));
        } catch (GeneralSecurityException e) {
            throw CallFault.unsupportedKey();
        }
    }

    CryptoPublicKey publicKey() throws Refused {
        var algorithm = info.getPrivateKeyAlgorithm();
        return CryptoPublicKey.of(
                switch (type) {
                    case RSA, RSA_PSS ->
                        CryptoDer.publicKey(algorithm, new RSAPublicKey(rsa().getModulus(), rsa().getPublicExponent()));
                    case EC -> new SubjectPublicKeyInfo(algorithm, publicPoint());
                    case ED25519 ->
                        new SubjectPublicKeyInfo(
                                algorithm,
                                new Ed25519PrivateKeyParameters(octets())
                                        .generatePublicKey()
                                        .getEncoded());
                    case ED448 ->
                        new SubjectPublicKeyInfo(
                                algorithm,
                                new Ed448PrivateKeyParameters(octets())
                                        .generatePublicKey()
                                        .getEncoded());
                    case X25519 ->
                        new SubjectPublicKeyInfo(
                                algorithm,
                                new X25519PrivateKeyParameters(octets())
                                        .generatePublicKey()
                                        .getEncoded());
                    case X448 ->
                        new SubjectPublicKeyInfo(
                                algorithm,
                                new X448PrivateKeyParameters(octets())
                                        .generatePublicKey()
                                        .getEncoded());
                });
    }

    private byte[] publicPoint() {
        return ECPrivateKey.getInstance(inner()).getPublicKey().getOctets();
    }

    PrivateKeyInfo info() {
        return info;
    }

    byte[] der() {
        return CryptoDer.encode(info);
    }

    /** Tells the type only. */
    @Override
    public String toString() {
        return "private " + type.nodeName();
    }
}
