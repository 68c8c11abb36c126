package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.MGF1ParameterSpec;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;

/** RSA encryption. Parts are the key's DER, the data and the label of OAEP. */
final class CryptoRsa {

    private static final int PKCS1 = 1;
    private static final int NONE = 3;
    private static final int OAEP = 4;

    private CryptoRsa() {}

    /** Encrypts or decrypts with the half of the key that {@code kind} says. */
    static HostMessage transform(CallArguments arguments, SecureRandom random) throws Refused {
        var encrypts = arguments.is("encrypt");
        var padding = arguments.integer("padding", 0, 100);
        var isPublic = arguments.text("kind").equals("public");
        // Whoever can tell good padding from bad by the answer can decrypt (Bleichenbacher); Node refuses this too.
        if (padding == PKCS1 && !isPublic && !encrypts) {
            throw CallFault.type("ERR_INVALID_ARG_VALUE", "RSA_PKCS1_PADDING is not supported for private decryption");
        }
        try {
            var cipher = Cipher.getInstance(
                    switch (padding) {
                        case PKCS1 -> "RSA/ECB/PKCS1Padding";
                        case NONE -> "RSA/ECB/NoPadding";
                        case OAEP -> "RSA/ECB/OAEPPadding";
                        default ->
                            throw CallFault.error(
                                    "ERR_OSSL_RSA_UNKNOWN_PADDING_TYPE",
                                    "error:02000076:rsa routines::unknown padding type");
                    });
            var mode = encrypts ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
            if (padding == OAEP) cipher.init(mode, key(arguments, isPublic), oaep(arguments), random);
            else cipher.init(mode, key(arguments, isPublic), random);
            return CallArguments.answer(cipher.doFinal(arguments.bytes(1)));
        } catch (GeneralSecurityException e) {
            if (encrypts) throw CallFault.dataTooLarge();
            throw CallFault.error(
                    "ERR_OSSL_RSA_OAEP_DECODING_ERROR", "error:02000079:rsa routines::oaep decoding error");
        }
    }

    private static Key key(CallArguments arguments, boolean isPublic) throws Refused {
        if (isPublic) return CryptoPublicKey.parse(arguments.bytes(0)).jcaRsa();
        var key = CryptoPrivateKey.parse(arguments.bytes(0));
        if (!key.type().isRsa()) throw CallFault.wrongKeyType();
        return key.jca();
    }

    private static OAEPParameterSpec oaep(CallArguments arguments) throws Refused {
        CryptoDigest digest;
        try {
            digest = arguments.digest("digest");
        } catch (Refused e) {
            throw CallFault.error("ERR_OSSL_EVP_INVALID_DIGEST", "Invalid digest used");
        }
        return new OAEPParameterSpec(
                digest.jcaName(),
                "MGF1",
                new MGF1ParameterSpec(digest.jcaName()),
                new PSource.PSpecified(arguments.bytes(2)));
    }
}
