package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.crypto.generators.ECKeyPairGenerator;
import org.bouncycastle.crypto.params.ECKeyGenerationParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;

/**
 * Key pairs. The answer is the private half, which holds the other. An RSA key of 4096 bits takes seconds in which nothing
 * can stop its making. While the guest waits, there are keys of up to 2048 bits only: a quarter of a second, with bad luck
 * a whole one. Longer ones are made on the executor.
 */
final class CryptoKeyGeneration {

    private static final int LEAST_RSA_BITS = 512;
    private static final int MOST_RSA_BITS_DIRECT = 2048;
    private static final int MOST_RSA_BITS = 4096;

    private CryptoKeyGeneration() {}

    static HostMessage generate(CallArguments arguments, SecureRandom random) throws Refused {
        return CryptoKeyFiles.answer(pair(arguments, random, MOST_RSA_BITS_DIRECT));
    }

    static CompletableFuture<HostMessage> generateLater(
            CallArguments arguments, SecureRandom random, Executor executor) {
        var answer = new CompletableFuture<HostMessage>();
        executor.execute(() -> {
            if (answer.isDone()) return;
            try {
                answer.complete(CryptoKeyFiles.answer(pair(arguments, random, MOST_RSA_BITS)));
            } catch (Refused | RuntimeException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    private static CryptoPrivateKey pair(CallArguments arguments, SecureRandom random, int mostBits) throws Refused {
        var type = CryptoKeyType.named(arguments.text("type"));
        try {
            return switch (type) {
                case RSA -> rsa(arguments, random, mostBits);
                case RSA_PSS -> rsa(arguments, random, mostBits).forPss();
                case EC -> onCurve(CryptoCurve.named(arguments.text("namedCurve")), random);
                case ED25519, ED448, X25519, X448 -> {
                    var generator = KeyPairGenerator.getInstance(type.jcaName());
                    yield of(generator);
                }
            };
        } catch (GeneralSecurityException e) {
            throw CallFault.argument("publicExponent");
        }
    }

    private static CryptoPrivateKey rsa(CallArguments arguments, SecureRandom random, int mostBits)
            throws Refused, GeneralSecurityException {
        var bits = arguments.integer("modulusLength", 0, Integer.MAX_VALUE);
        if (bits < LEAST_RSA_BITS) throw CallFault.error("", "error:1C8000AB:Provider routines::key size too small");
        if (bits > mostBits) {
            throw CallFault.range(
                    "ERR_OUT_OF_RANGE",
                    "The value of \"options.modulusLength\" is out of range. It must be <= " + mostBits
                            + (mostBits < MOST_RSA_BITS
                                    ? " in generateKeyPairSync; generateKeyPair takes " + MOST_RSA_BITS
                                    : ""));
        }
        var exponent = BigInteger.valueOf(arguments.integer("publicExponent", 3, Integer.MAX_VALUE));
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(new RSAKeyGenParameterSpec(bits, exponent), random);
        return of(generator);
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
