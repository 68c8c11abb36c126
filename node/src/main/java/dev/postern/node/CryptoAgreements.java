package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.security.GeneralSecurityException;
import javax.crypto.KeyAgreement;
import org.bouncycastle.crypto.agreement.ECDHBasicAgreement;

/** A secret that two keys share. */
final class CryptoAgreements {

    private CryptoAgreements() {}

    /** Parts are the one's private and the other's public key, as DER. */
    static HostMessage agree(CallArguments arguments) throws Refused {
        var own = CryptoPrivateKey.parse(arguments.bytes(0));
        var other = CryptoPublicKey.parse(arguments.bytes(1));
        if (own.type() != other.type()) {
            throw CallFault.error(
                    "ERR_CRYPTO_INCOMPATIBLE_KEY",
                    "Incompatible key types for Diffie-Hellman: " + own.type().nodeName() + " and "
                            + other.type().nodeName());
        }
        return switch (own.type()) {
            case EC -> CallArguments.answer(onCurve(own, other));
            case X25519, X448 -> CallArguments.answer(montgomery(own, other));
            case RSA, RSA_PSS, ED25519, ED448 -> throw CallFault.wrongKeyType();
        };
    }

    private static byte[] onCurve(CryptoPrivateKey own, CryptoPublicKey other) throws Refused {
        if (own.curve() != other.curve()) {
            throw CallFault.error(
                    "ERR_OSSL_MISMATCHING_DOMAIN_PARAMETERS",
                    "error:1C8000CB:Provider routines::mismatching domain parameters");
        }
        var agreement = new ECDHBasicAgreement();
        agreement.init(own.scalarOnCurve());
        return CryptoJwk.bytes(
                agreement.calculateAgreement(other.point()), own.curve().fieldLength());
    }

    private static byte[] montgomery(CryptoPrivateKey own, CryptoPublicKey other) throws Refused {
        try {
            var agreement = KeyAgreement.getInstance(own.type().jcaName());
            agreement.init(own.jca());
            agreement.doPhase(other.jca(), true);
            return agreement.generateSecret();
        } catch (GeneralSecurityException e) {
            throw CallFault.error(
                    "ERR_OSSL_FAILED_DURING_DERIVATION", "error:1C80008C:Provider routines::failed during derivation");
        }
    }
}
