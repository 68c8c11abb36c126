package dev.postern.node;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.sandbox.HostFunction.Refused;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;

/** A public key: a {@code SubjectPublicKeyInfo} that has been looked at. */
final class CryptoPublicKey {

    private final SubjectPublicKeyInfo info;
    private final CryptoKeyType type;

    private CryptoPublicKey(SubjectPublicKeyInfo info, CryptoKeyType type) {
        this.info = info;
        this.type = type;
    }

    static CryptoPublicKey of(SubjectPublicKeyInfo info) throws Refused {
        return CryptoDer.reading(() -> {
            var key = new CryptoPublicKey(info, CryptoKeyType.of(info.getAlgorithm()));
            if (key.type.isRsa()) CryptoRsaKeys.check(key.rsa());
            if (key.type == CryptoKeyType.EC) key.point();
            if (key.type.isOctetPair() && key.raw().length != key.type.length()) throw CallFault.unsupportedKey();
            return key;
        });
    }

    static CryptoPublicKey parse(byte[] der) throws Refused {
        return CryptoDer.reading(() -> of(SubjectPublicKeyInfo.getInstance(CryptoDer.parse(der))));
    }

    SubjectPublicKeyInfo info() {
        return info;
    }

    CryptoKeyType type() {
        return type;
    }

    /** What the algorithm's own structure holds: a point, or an octet string. */
    byte[] raw() {
        return info.getPublicKeyData().getOctets();
    }

    org.bouncycastle.asn1.pkcs.RSAPublicKey rsa() throws Refused {
        return CryptoDer.reading(() -> org.bouncycastle.asn1.pkcs.RSAPublicKey.getInstance(info.parsePublicKey()));
    }

    CryptoCurve curve() throws Refused {
        return CryptoCurve.of(info.getAlgorithm().getParameters());
    }

    /** The key as a point, which is on its curve. */
    ECPublicKeyParameters point() throws Refused {
        var domain = curve().domain();
        return CryptoDer.reading(
                () -> new ECPublicKeyParameters(domain.getCurve().decodePoint(raw()), domain));
    }

    /** The key for the JDK's own algorithms; not for elliptic curves of {@link CryptoCurve}. */
    PublicKey jca() throws Refused {
        try {
            return KeyFactory.getInstance(type.jcaName())
                    .generatePublic(new X509EncodedKeySpec(CryptoDer.encode(plainRsa())));
        } catch (GeneralSecurityException e) {
            throw CallFault.unsupportedKey();
        }
    }

    RSAPublicKey jcaRsa() throws Refused {
        if (type.isRsa() && jca() instanceof RSAPublicKey rsa) return rsa;
        throw CallFault.wrongKeyType();
    }

    private SubjectPublicKeyInfo plainRsa() {
        return type == CryptoKeyType.RSA_PSS
                ? new SubjectPublicKeyInfo(
                        CryptoRsaKeys.PLAIN, info.getPublicKeyData().getOctets())
                : info;
    }

    byte[] der() {
        return CryptoDer.encode(info);
    }

    /** What Node shows as {@code asymmetricKeyType} and {@code asymmetricKeyDetails}. */
    ObjectNode describe(String kind) throws Refused {
        var described = CallArguments.object().put("kind", kind).put("type", type.nodeName());
        var details = described.putObject("details");
        if (type.isRsa()) {
            details.put("modulusLength", rsa().getModulus().bitLength());
            details.put("publicExponent", rsa().getPublicExponent().toString());
        }
        if (type == CryptoKeyType.EC) details.put("namedCurve", curve().nodeName());
        return described;
    }

    /** Tells the type only. */
    @Override
    public String toString() {
        return "public " + type.nodeName();
    }
}
