package dev.postern.node;

import static java.util.Objects.requireNonNull;

import dev.postern.sandbox.HostFunction;
import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The host's side of {@code crypto}: functions without state on the JDK's algorithms. Keys come in with each call and are
 * not kept. Thread-safe; one object serves all executions.
 *
 * <p>The sandbox cannot stop a call while it runs, so each takes a bounded time, well under a second: long derivations
 * come in pieces, and what cannot be cut (RSA keys of more than 2048 bits) is made on the executor.
 */
public final class CryptoCalls {

    /** Random bytes of one call. */
    private static final int MOST_RANDOM = 16 << 20;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, HostFunction> functions;

    /**
     * Functions that make long keys on this executor.
     *
     * @param executor takes tasks that use the processor for seconds; it decides how many run at once
     */
    public CryptoCalls(Executor executor) {
        requireNonNull(executor, "executor");
        this.functions = Map.ofEntries(
                function("crypto.digest", CryptoCalls::digest),
                function("crypto.hmac", CryptoCalls::hmac),
                function("crypto.random", this::random),
                function("crypto.equal", CryptoCalls::equal),
                function("crypto.pbkdf2", CryptoDerivations::pbkdf2),
                function("crypto.scrypt", CryptoDerivations::scrypt),
                function("crypto.hkdf", CryptoDerivations::hkdf),
                function("crypto.blocks", CryptoCiphers::blocks),
                function("crypto.stream", CryptoCiphers::stream),
                function("crypto.seal", CryptoCiphers::seal),
                function("crypto.open", CryptoCiphers::open),
                function("crypto.wrap", CryptoCiphers::wrap),
                function("crypto.key.read", CryptoKeyFiles::read),
                function("crypto.key.write", arguments -> CryptoKeyFiles.write(arguments, random)),
                function("crypto.key.generate", arguments -> CryptoKeyGeneration.generate(arguments, random)),
                Map.entry("crypto.key.generateLater", (HostFunction.Deferred)
                        message -> CryptoKeyGeneration.generateLater(CallArguments.of(message), random, executor)),
                function("crypto.sign", arguments -> CryptoSignatures.sign(arguments, random)),
                function("crypto.verify", CryptoSignatures::verify),
                function("crypto.rsa", arguments -> CryptoRsa.transform(arguments, random)),
                function("crypto.agree", CryptoAgreements::agree),
                function("crypto.certificate.read", CryptoCertificates::read),
                function("crypto.certificate.verify", CryptoCertificates::verify));
    }

    /** The function of this name, all of which begin with {@code crypto.}. */
    public Optional<HostFunction> find(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    @FunctionalInterface
    private interface Call {
        HostMessage answer(CallArguments arguments) throws Refused;
    }

    private static Map.Entry<String, HostFunction> function(String name, Call call) {
        return Map.entry(name, (HostFunction.Direct) message -> call.answer(CallArguments.of(message)));
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
