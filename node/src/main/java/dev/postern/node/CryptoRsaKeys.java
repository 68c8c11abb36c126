package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import java.math.BigInteger;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * Bounds on the numbers of an RSA key. A signature takes time with the cube of their length, and cannot be stopped: with
 * 8192 bits it is some tenths of a second.
 */
final class CryptoRsaKeys {

    static final AlgorithmIdentifier PLAIN =
            new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);

    private static final int MOST_BITS = 8192;
    private static final int MOST_EXPONENT_BITS = 64;

    private CryptoRsaKeys() {}

    static void check(RSAPublicKey key) throws Refused {
        check(key.getModulus(), key.getPublicExponent());
    }

    static void check(RSAPrivateKey key) throws Refused {
        var modulus = key.getModulus();
        check(modulus, key.getPublicExponent());
        checkLength(key.getPrivateExponent(), modulus.bitLength());
        // The two primes may differ in length a little; a pair that does not make the modulus is refused.
        var half = modulus.bitLength() / 2 + 16;
        checkLength(key.getPrime1(), half);
        checkLength(key.getPrime2(), half);
        checkLength(key.getExponent1(), half);
        checkLength(key.getExponent2(), half);
        checkLength(key.getCoefficient(), half);
        if (!key.getPrime1().multiply(key.getPrime2()).equals(modulus)) throw CallFault.unsupportedKey();
    }

    private static void check(BigInteger modulus, BigInteger exponent) throws Refused {
        checkLength(modulus, MOST_BITS);
        checkLength(exponent, MOST_EXPONENT_BITS);
        if (!modulus.testBit(0) || !exponent.testBit(0)) throw CallFault.unsupportedKey();
    }

    private static void checkLength(BigInteger number, int mostBits) throws Refused {
        if (number.signum() <= 0) throw CallFault.unsupportedKey();
        if (number.bitLength() > mostBits) throw CallFault.tooLarge("modulusLength", MOST_BITS);
    }
}
