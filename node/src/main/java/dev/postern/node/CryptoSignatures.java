package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.DSAEncoding;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.PlainDSAEncoding;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/** Signatures: RSA with PKCS #1 v1.5 and PSS, ECDSA, Ed25519 and Ed448. Parts are the key's DER, the data, a signature. */
final class CryptoSignatures {

    private static final int RSA_PKCS1_PADDING = 1;
    private static final int RSA_PKCS1_PSS_PADDING = 6;

    /** Of a salt: that of the digest; the longest there is room for, and in verifying, whatever it is. */
    private static final int SALT_OF_DIGEST = -1;

    private static final int SALT_AUTO = -2;

    private CryptoSignatures() {}

    static HostMessage sign(CallArguments arguments, SecureRandom random) throws Refused {
        var key = CryptoPrivateKey.parse(arguments.bytes(0));
        if (key.type() == CryptoKeyType.EC) return CallArguments.answer(signOnCurve(key, arguments, random));
        try {
            var signature = signature(key.type(), arguments);
            signature.initSign(key.jca(), random);
            if (isPss(key.type(), arguments)) {
                var bits = key.rsa().getModulus().bitLength();
                signature.setParameter(pss(arguments, saltLength(arguments, longestSalt(arguments, bits))));
            }
            signature.update(arguments.bytes(1));
            return CallArguments.answer(signature.sign());
        } catch (InvalidAlgorithmParameterException | SignatureException e) {
            throw CallFault.dataTooLarge();
        } catch (GeneralSecurityException e) {
            throw CallFault.unsupportedOperation();
        }
    }

    static HostMessage verify(CallArguments arguments) throws Refused {
        var key = CryptoPublicKey.parse(arguments.bytes(0));
        if (key.type() == CryptoKeyType.EC) return CallArguments.answer(verifiesOnCurve(key, arguments));
        try {
            var signature = signature(key.type(), arguments);
            signature.initVerify(key.jca());
            if (isPss(key.type(), arguments)) {
                var salt = saltLength(arguments, SALT_AUTO);
                if (salt == SALT_AUTO)
                    salt = CryptoPss.saltLength(key.jcaRsa(), arguments.bytes(2), arguments.digest("digest"));
                if (salt < 0) return CallArguments.answer(false);
                signature.setParameter(pss(arguments, salt));
            }
            signature.update(arguments.bytes(1));
            return CallArguments.answer(signature.verify(arguments.bytes(2)));
        } catch (InvalidAlgorithmParameterException | SignatureException e) {
            return CallArguments.answer(false);
        } catch (GeneralSecurityException e) {
            throw CallFault.unsupportedOperation();
        }
    }

    private static Signature signature(CryptoKeyType type, CallArguments arguments)
            throws Refused, GeneralSecurityException {
        if (type.signs()) {
            if (arguments.has("digest")) {
                throw CallFault.error("ERR_OSSL_INVALID_DIGEST", "error:1C80007A:Provider routines::invalid digest");
            }
            return Signature.getInstance(type.jcaName());
        }
        if (!type.isRsa()) throw CallFault.wrongKeyType();
        return Signature.getInstance(
                isPss(type, arguments)
                        ? "RSASSA-PSS"
                        : arguments.digest("digest").rsaName());
    }

    private static boolean isPss(CryptoKeyType type, CallArguments arguments) throws Refused {
        if (!type.isRsa()) return false;
        var usual = type == CryptoKeyType.RSA_PSS ? RSA_PKCS1_PSS_PADDING : RSA_PKCS1_PADDING;
        var padding = arguments.has("padding") ? arguments.integer("padding", 0, 100) : usual;
        if (padding == RSA_PKCS1_PSS_PADDING) return true;
        if (padding == RSA_PKCS1_PADDING && type == CryptoKeyType.RSA) return false;
        throw CallFault.error(
                "ERR_OSSL_ILLEGAL_OR_UNSUPPORTED_PADDING_MODE",
                "error:1C8000A5:Provider routines::illegal or unsupported padding mode");
    }

    private static int saltLength(CallArguments arguments, int auto) throws Refused {
        var asked = arguments.has("saltLength") ? arguments.integer("saltLength", SALT_AUTO, 1024) : SALT_AUTO;
        if (asked == SALT_AUTO) return auto;
        return asked == SALT_OF_DIGEST ? arguments.digest("digest").digest().getDigestLength() : asked;
    }

    private static int longestSalt(CallArguments arguments, int modulusBits) throws Refused {
        var length = (modulusBits + 6) / 8 - arguments.digest("digest").digest().getDigestLength() - 2;
        if (length < 0) throw CallFault.dataTooLarge();
        return length;
    }

    private static PSSParameterSpec pss(CallArguments arguments, int saltLength) throws Refused {
        var digest = arguments.digest("digest").jcaName();
        return new PSSParameterSpec(
                digest, "MGF1", new MGF1ParameterSpec(digest), saltLength, PSSParameterSpec.TRAILER_FIELD_BC);
    }

    private static byte[] signOnCurve(CryptoPrivateKey key, CallArguments arguments, SecureRandom random)
            throws Refused {
        var signer = new ECDSASigner();
        signer.init(true, new ParametersWithRandom(key.scalarOnCurve(), random));
        var numbers = signer.generateSignature(hash(arguments));
        try {
            return encoding(arguments).encode(key.curve().domain().getN(), numbers[0], numbers[1]);
        } catch (IOException e) {
            throw new IllegalStateException("a signature of ours has no encoding", e);
        }
    }

    private static boolean verifiesOnCurve(CryptoPublicKey key, CallArguments arguments) throws Refused {
        var signer = new ECDSASigner();
        signer.init(false, key.point());
        BigInteger[] numbers;
        try {
            numbers = encoding(arguments).decode(key.curve().domain().getN(), arguments.bytes(2));
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
        return signer.verifySignature(hash(arguments), numbers[0], numbers[1]);
    }

    private static byte[] hash(CallArguments arguments) throws Refused {
        return arguments.digest("digest").digest().digest(arguments.bytes(1));
    }

    private static DSAEncoding encoding(CallArguments arguments) {
        return arguments.is("plain") ? PlainDSAEncoding.INSTANCE : StandardDSAEncoding.INSTANCE;
    }
}
