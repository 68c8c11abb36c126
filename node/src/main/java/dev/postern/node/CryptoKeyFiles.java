package dev.postern.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * Keys in and out of their file formats. The guest keeps a key as the DER of PKCS #8 or of {@code SubjectPublicKeyInfo},
 * and hands it in with each call: the host remembers none.
 */
final class CryptoKeyFiles {

    private CryptoKeyFiles() {}

    /**
     * Reads a key: parts are the key and a passphrase. {@code want} is {@code private} or {@code public}; where it is
     * {@code public}, a private key or a certificate will do. The answer is what the key is, and its DER.
     */
    static HostMessage read(CallArguments arguments) throws Refused {
        return arguments.text("want").equals("public") ? answer(readPublic(arguments)) : answer(readPrivate(arguments));
    }

    static HostMessage answer(CryptoPublicKey key) throws Refused {
        return CallArguments.answer(key.describe("public"), key.der());
    }

    static HostMessage answer(CryptoPrivateKey key) throws Refused {
        return CallArguments.answer(key.publicKey().describe("private"), key.der());
    }

    private static CryptoPrivateKey readPrivate(CallArguments arguments) throws Refused {
        return switch (arguments.text("format")) {
            case "pem" -> privateOf(CryptoPem.parse(new String(arguments.bytes(0), UTF_8)), arguments);
            case "der" -> privateOf(arguments.text("type"), arguments.bytes(0), arguments);
            case "jwk" -> CryptoJwk.readPrivate(arguments.json("jwk"));
            case "raw" -> rawPrivate(arguments);
            default -> throw CallFault.argument("format");
        };
    }

    private static CryptoPublicKey readPublic(CallArguments arguments) throws Refused {
        return switch (arguments.text("format")) {
            case "pem" -> publicOf(CryptoPem.parse(new String(arguments.bytes(0), UTF_8)), arguments);
            case "der" -> publicOf(arguments.text("type"), arguments);
            case "jwk" -> CryptoJwk.readPublic(arguments.json("jwk"));
            case "raw" -> rawPublic(arguments.text("type"), arguments.bytes(0));
            default -> throw CallFault.argument("format");
        };
    }

    private static CryptoPrivateKey privateOf(PemObject block, CallArguments arguments) throws Refused {
        var dekInfo = CryptoPem.headers(block).get("DEK-Info");
        var der = dekInfo == null
                ? block.getContent()
                : CryptoEncryptedKeys.decryptOlder(dekInfo, block.getContent(), passphrase(arguments));
        return switch (block.getType()) {
            case "PRIVATE KEY" -> CryptoPrivateKey.parse(der);
            case "ENCRYPTED PRIVATE KEY" ->
                CryptoPrivateKey.parse(CryptoEncryptedKeys.decrypt(der, passphrase(arguments)));
            case "RSA PRIVATE KEY" -> privateOf("pkcs1", der, arguments);
            case "EC PRIVATE KEY" -> privateOf("sec1", der, arguments);
            default -> throw CallFault.unsupportedKey();
        };
    }

    private static byte[] passphrase(CallArguments arguments) throws Refused {
        if (!arguments.hasBytes(1)) {
            throw CallFault.type("ERR_MISSING_PASSPHRASE", "Passphrase required for encrypted key");
        }
        return arguments.bytes(1);
    }

    private static CryptoPrivateKey privateOf(String type, byte[] der, CallArguments arguments) throws Refused {
        return CryptoDer.reading(() -> switch (type) {
            case "pkcs8" ->
                CryptoPrivateKey.parse(
                        arguments.hasBytes(1) ? CryptoEncryptedKeys.decrypt(der, arguments.bytes(1)) : der);
            case "pkcs1" -> CryptoPrivateKey.rsa(RSAPrivateKey.getInstance(CryptoDer.parse(der)));
            case "sec1" -> sec1(ECPrivateKey.getInstance(CryptoDer.parse(der)));
            default -> throw CallFault.argument("type");
        });
    }

    private static CryptoPrivateKey sec1(ECPrivateKey key) throws Refused {
        return CryptoPrivateKey.ec(CryptoCurve.of(key.getParametersObject()), key.getKey());
    }

    private static CryptoPublicKey publicOf(PemObject block, CallArguments arguments) throws Refused {
        return switch (block.getType()) {
            case "PUBLIC KEY" -> CryptoPublicKey.parse(block.getContent());
            case "RSA PUBLIC KEY" -> rsaPublic(block.getContent());
            case "CERTIFICATE", "X509 CERTIFICATE", "TRUSTED CERTIFICATE" -> certified(block.getContent());
            default -> privateOf(block, arguments).publicKey();
        };
    }

    private static CryptoPublicKey certified(byte[] certificate) throws Refused {
        return CryptoDer.reading(() -> CryptoPublicKey.of(
                Certificate.getInstance(CryptoDer.parse(certificate)).getSubjectPublicKeyInfo()));
    }

    private static CryptoPublicKey publicOf(String type, CallArguments arguments) throws Refused {
        return switch (type) {
            case "spki" -> CryptoPublicKey.parse(arguments.bytes(0));
            case "pkcs1" -> rsaPublic(arguments.bytes(0));
            case "x509" -> certified(arguments.bytes(0));
            case "pkcs8", "sec1" ->
                privateOf(type, arguments.bytes(0), arguments).publicKey();
            default -> throw CallFault.argument("type");
        };
    }

    private static CryptoPublicKey rsaPublic(byte[] der) throws Refused {
        return CryptoDer.reading(() -> {
            var key = RSAPublicKey.getInstance(CryptoDer.parse(der));
            return CryptoPublicKey.of(CryptoDer.publicKey(CryptoRsaKeys.PLAIN, key));
        });
    }

    private static CryptoPrivateKey rawPrivate(CallArguments arguments) throws Refused {
        var type = arguments.text("type");
        if (isCurve(type)) return CryptoPrivateKey.ec(CryptoCurve.named(type), CryptoJwk.number(arguments.bytes(0)));
        return CryptoPrivateKey.octets(CryptoKeyType.named(type), arguments.bytes(0));
    }

    static CryptoPublicKey rawPublic(String type, byte[] key) throws Refused {
        var algorithm = isCurve(type)
                ? new AlgorithmIdentifier(
                        CryptoKeyType.EC.id(), CryptoCurve.named(type).id())
                : new AlgorithmIdentifier(CryptoKeyType.named(type).id());
        return CryptoPublicKey.of(new SubjectPublicKeyInfo(algorithm, key));
    }

    private static boolean isCurve(String type) {
        try {
            CryptoCurve.named(type);
            return true;
        } catch (Refused e) {
            return false;
        }
    }

    /**
     * Writes a key: parts are its DER and a passphrase; {@code kind} says which half it is. The answer is a text or a JWK
     * as JSON, or bytes.
     */
    static HostMessage write(CallArguments arguments, SecureRandom random) throws Refused {
        return arguments.text("kind").equals("public")
                ? writePublic(CryptoPublicKey.parse(arguments.bytes(0)), arguments)
                : writePrivate(CryptoPrivateKey.parse(arguments.bytes(0)), arguments, random);
    }

    private static HostMessage writePublic(CryptoPublicKey key, CallArguments arguments) throws Refused {
        var format = arguments.text("format");
        if (format.equals("jwk")) return HostMessage.of(CryptoJwk.write(key).toString());
        if (format.equals("raw")) return CallArguments.answer(raw(key, arguments.is("compressed")));
        return switch (arguments.text("type")) {
            case "spki" -> encoded(format, "PUBLIC KEY", key.der());
            case "pkcs1" -> encoded(format, "RSA PUBLIC KEY", CryptoDer.encode(pkcs1(key)));
            default -> throw CallFault.argument("type");
        };
    }

    private static RSAPublicKey pkcs1(CryptoPublicKey key) throws Refused {
        if (key.type() != CryptoKeyType.RSA) throw incompatible("pkcs1", "RSA");
        return key.rsa();
    }

    private static byte[] raw(CryptoPublicKey key, boolean compressed) throws Refused {
        return key.type() == CryptoKeyType.EC ? key.point().getQ().getEncoded(compressed) : key.raw();
    }

    private static HostMessage writePrivate(CryptoPrivateKey key, CallArguments arguments, SecureRandom random)
            throws Refused {
        var format = arguments.text("format");
        if (format.equals("jwk")) return HostMessage.of(CryptoJwk.write(key).toString());
        if (format.equals("raw")) {
            return CallArguments.answer(
                    key.type() == CryptoKeyType.EC
                            ? CryptoJwk.bytes(key.scalar(), key.curve().orderLength())
                            : key.octets());
        }
        var type = arguments.text("type");
        if (arguments.has("cipher")) {
            if (!type.equals("pkcs8")) throw CallFault.unsupportedOperation();
            var cipher = arguments.text("cipher");
            var der = CryptoEncryptedKeys.encrypt(key.der(), cipher, passphrase(arguments), random);
            return encoded(format, "ENCRYPTED PRIVATE KEY", der);
        }
        return switch (type) {
            case "pkcs8" -> encoded(format, "PRIVATE KEY", key.der());
            case "pkcs1" -> {
                if (key.type() != CryptoKeyType.RSA) throw incompatible("pkcs1", "RSA");
                yield encoded(format, "RSA PRIVATE KEY", CryptoDer.encode(key.rsa()));
            }
            case "sec1" -> {
                if (key.type() != CryptoKeyType.EC) throw incompatible("sec1", "EC");
                yield encoded(format, "EC PRIVATE KEY", CryptoDer.encode(key.sec1()));
            }
            default -> throw CallFault.argument("type");
        };
    }

    private static HostMessage encoded(String format, String label, byte[] der) throws Refused {
        return switch (format) {
            case "der" -> CallArguments.answer(der);
            case "pem" -> CallArguments.answer(CryptoPem.write(label, der).getBytes(UTF_8));
            default -> throw CallFault.argument("format");
        };
    }

    private static Refused incompatible(String encoding, String keys) {
        return CallFault.error(
                "ERR_CRYPTO_INCOMPATIBLE_KEY_OPTIONS",
                "The selected key encoding " + encoding + " can only be used for " + keys + " keys.");
    }
}
