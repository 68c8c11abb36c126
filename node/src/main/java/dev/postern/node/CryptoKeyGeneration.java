package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * Key pairs. The answer is the private half, which holds the other. An RSA key of 4096 bits takes seconds, so its primes are
 * asked for one by one, and looked for a moment at a time: the script goes on between these, and is stopped at its limits.
 */
final class CryptoKeyGeneration {

    private static final int LEAST_RSA_BITS = 512;
    private static final int MOST_RSA_BITS = 4096;
    private static final long MOMENT_NANOS = 100_000_000;

    /** Primes that are closer could be found from their product (FIPS 186-5, A.1.3). */
    private static final int LEAST_DISTANCE_BITS = 100;

    private CryptoKeyGeneration() {}

    /** A pair that takes milliseconds. */
    static HostMessage generate(CallArguments arguments, SecureRandom random) throws Refused {
        var type = CryptoKeyType.named(arguments.text("type"));
        try {
            return CryptoKeyFiles.answer(
                    switch (type) {
                        case RSA, RSA_PSS -> throw CallFault.argument("type");
                        case EC -> onCurve(CryptoCurve.named(arguments.text("namedCurve")), random);
                        case ED25519, ED448, X25519, X448 -> of(KeyPairGenerator.getInstance(type.jcaName()));
                    });
        } catch (GeneralSecurityException e) {
            throw CallFault.argument("type");
        }
    }

    /** A prime for an RSA key of this length; no bytes where none was found in a moment. */
    static HostMessage prime(CallArguments arguments, SecureRandom random) throws Refused {
        var bits = modulusLength(arguments);
        var exponent = publicExponent(arguments);
        try {
            var prime = BigInteger.probablePrime((bits + 1) / 2, new Hurried(random));
            return CallArguments.answer(isFor(exponent, prime) ? prime.toByteArray() : new byte[0]);
        } catch (Hurried.LateException e) {
            return CallArguments.answer(new byte[0]);
        }
    }

    /** The pair of two primes; no bytes where these two make none of the length. */
    static HostMessage ofPrimes(CallArguments arguments) throws Refused {
        var bits = modulusLength(arguments);
        var exponent = publicExponent(arguments);
        var first = new BigInteger(1, arguments.bytes(0));
        var second = new BigInteger(1, arguments.bytes(1));
        if (Math.max(first.bitLength(), second.bitLength()) > bits) throw CallFault.argument("parts");
        var modulus = first.multiply(second);
        if (modulus.bitLength() != bits
                || first.subtract(second).abs().bitLength() <= bits / 2 - LEAST_DISTANCE_BITS
                || !isFor(exponent, first)
                || !isFor(exponent, second)) {
            return CallArguments.answer(new byte[0]);
        }
        var p = first.max(second);
        var q = first.min(second);
        var ofP = p.subtract(BigInteger.ONE);
        var ofQ = q.subtract(BigInteger.ONE);
        var d = exponent.modInverse(ofP.multiply(ofQ).divide(ofP.gcd(ofQ)));
        var pair = new RSAPrivateKey(modulus, exponent, d, p, q, d.mod(ofP), d.mod(ofQ), q.modInverse(p));
        var key = CryptoPrivateKey.rsa(pair);
        return CryptoKeyFiles.answer(
                CryptoKeyType.named(arguments.text("type")) == CryptoKeyType.RSA_PSS ? key.forPss() : key);
    }

    private static boolean isFor(BigInteger exponent, BigInteger prime) {
        return prime.subtract(BigInteger.ONE).gcd(exponent).equals(BigInteger.ONE);
    }

    private static int modulusLength(CallArguments arguments) throws Refused {
        var bits = arguments.integer("modulusLength", 0, Integer.MAX_VALUE);
        if (bits < LEAST_RSA_BITS) throw CallFault.error("", "error:1C8000AB:Provider routines::key size too small");
        if (bits > MOST_RSA_BITS) {
            throw CallFault.range(
                    "ERR_OUT_OF_RANGE",
                    "The value of \"options.modulusLength\" is out of range. It must be <= " + MOST_RSA_BITS);
        }
        return bits;
    }

    private static BigInteger publicExponent(CallArguments arguments) throws Refused {
        var exponent = arguments.integer("publicExponent", 3, Integer.MAX_VALUE);
        if (exponent % 2 == 0) throw CallFault.argument("publicExponent");
        return BigInteger.valueOf(exponent);
    }

    /** Ends a search for primes, which asks for random bytes at each that it looks at. */
    private static final class Hurried extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final SecureRandom random;
        private final long start = System.nanoTime();

        Hurried(SecureRandom random) {
            super(null, null);
            this.random = random;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (System.nanoTime() - start > MOMENT_NANOS) throw new LateException();
            random.nextBytes(bytes);
        }

        private static final class LateException extends RuntimeException {
            private static final long serialVersionUID = 1L;

            LateException() {
                super(null, null, false, false);
            }
        }
    }

    private static CryptoPrivateKey of(KeyPairGenerator generator) throws Refused {
        return CryptoPrivateKey.of(PrivateKeyInfo.getInstance(
                generator.generateKeyPair().getPrivate().getEncoded()));
    }

    private static CryptoPrivateKey onCurve(CryptoCurve curve, SecureRandom random) throws Refused {
        var generator = new ECKeyPairGenerator();
        generator.init(new ECKeyGenerationParameters(curve.domain(), random));
        if (!(generator.generateKeyPair().getPrivate() instanceof ECPrivateKeyParameters key)) {
            throw new IllegalStateException("no private key on " + curve.nodeName());
        }
        return CryptoPrivateKey.ec(curve, key.getD());
    }
}
