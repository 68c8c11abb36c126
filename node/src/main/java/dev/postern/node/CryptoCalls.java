package dev.postern.node;

import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The host's side of {@code crypto}: functions without state on the JDK's algorithms. Keys come in with each call and are
 * not kept. Thread-safe; one object serves all executions.
 *
 * <p>The sandbox cannot stop a call while it runs, so each takes a bounded time, well under a second: long derivations
 * and RSA keys come in pieces.
 */
public final class CryptoCalls {

    /** Random bytes of one call. */
    private static final int MOST_RANDOM = 16 << 20;

    private final SecureRandom random = new SecureRandom();

    /** Functions with a source of random bytes of their own. */
    public CryptoCalls() {}

    /** The function of this name, all of which begin with {@code crypto.}. Made when asked for: most executions need none. */
    public Optional<HostFunction> find(String name) {
        return Optional.ofNullable(call(name))
                .map(call -> (HostFunction.Direct) message -> call.answer(CallArguments.of(message)));
    }

    private @Nullable Call call(String name) {
        return switch (name) {
            case "crypto.digest" -> CryptoCalls::digest;
            case "crypto.hmac" -> CryptoCalls::hmac;
            case "crypto.random" -> this::random;
            case "crypto.equal" -> CryptoCalls::equal;
            case "crypto.pbkdf2" -> CryptoDerivations::pbkdf2;
            case "crypto.scrypt" -> CryptoDerivations::scrypt;
            case "crypto.hkdf" -> CryptoDerivations::hkdf;
            case "crypto.blocks" -> CryptoCiphers::blocks;
            case "crypto.stream" -> CryptoCiphers::stream;
            case "crypto.seal" -> CryptoCiphers::seal;
            case "crypto.open" -> CryptoCiphers::open;
            case "crypto.wrap" -> CryptoCiphers::wrap;
            case "crypto.key.read" -> CryptoKeyFiles::read;
            case "crypto.key.write" -> arguments -> CryptoKeyFiles.write(arguments, random);
            case "crypto.key.generate" -> arguments -> CryptoKeyGeneration.generate(arguments, random);
            case "crypto.key.prime" -> arguments -> CryptoKeyGeneration.prime(arguments, random);
            case "crypto.key.ofPrimes" -> CryptoKeyGeneration::ofPrimes;
            case "crypto.sign" -> arguments -> CryptoSignatures.sign(arguments, random);
            case "crypto.verify" -> CryptoSignatures::verify;
            case "crypto.rsa" -> arguments -> CryptoRsa.transform(arguments, random);
            case "crypto.agree" -> CryptoAgreements::agree;
            case "crypto.certificate.read" -> CryptoCertificates::read;
            case "crypto.certificate.verify" -> CryptoCertificates::verify;
            default -> null;
        };
    }

    @FunctionalInterface
    private interface Call {
        HostMessage answer(CallArguments arguments) throws Refused;
    }

    private static HostMessage digest(CallArguments arguments) throws Refused {
        return CallArguments.answer(arguments.digest("digest").digest().digest(arguments.bytes(0)));
    }

    private static HostMessage hmac(CallArguments arguments) throws Refused {
        return CallArguments.answer(
                arguments.digest("digest").mac(arguments.bytes(0)).doFinal(arguments.bytes(1)));
    }

    private HostMessage random(CallArguments arguments) throws Refused {
        var bytes = new byte[arguments.integer("size", 0, MOST_RANDOM)];
        random.nextBytes(bytes);
        return CallArguments.answer(bytes);
    }

    private static HostMessage equal(CallArguments arguments) {
        return CallArguments.answer(MessageDigest.isEqual(arguments.bytes(0), arguments.bytes(1)));
    }
}
