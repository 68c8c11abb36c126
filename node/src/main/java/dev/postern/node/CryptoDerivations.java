package dev.postern.node;

import dev.postern.sandbox.HostFunction.Refused;
import dev.postern.sandbox.HostMessage;
import java.util.Arrays;
import javax.crypto.Mac;
import org.bouncycastle.crypto.generators.SCrypt;

/** Keys out of passwords and other keys. */
final class CryptoDerivations {

    /** Rounds of one call: some 20 ms. The guest calls again for the rest, so that the sandbox can stop it between. */
    private static final int MOST_ROUNDS = 10_000;

    /** What scrypt may take, in blocks of 128 bytes: 64 MiB at once, twice over. */
    private static final long MOST_SCRYPT_BLOCKS = 1 << 19;

    private static final int MOST_SCRYPT_PASSES = 2;
    private static final int MOST_LENGTH = 1 << 20;

    private CryptoDerivations() {}

    /**
     * Goes on with one block of PBKDF2 (RFC 8018): parts are the password, the last U (at first the salt and the
     * block's number) and the sum of all U so far; the answer is the next U and sum. Password bytes are any bytes, which
     * the JDK's own PBKDF2 does not take.
     */
    static HostMessage pbkdf2(CallArguments arguments) throws Refused {
        var rounds = arguments.integer("rounds", 1, MOST_ROUNDS);
        var mac = arguments.digest("digest").mac(arguments.bytes(0));
        var last = arguments.bytes(1);
        var sum = arguments.bytes(2);
        if (sum.length != mac.getMacLength()) throw CallFault.argument("parts");
        var answer = Arrays.copyOf(addRounds(mac, last, sum, rounds), 2 * sum.length);
        System.arraycopy(sum, 0, answer, sum.length, sum.length);
        return CallArguments.answer(answer);
    }

    /** A whole PBKDF2 key, for files of a bounded number of rounds. */
    static byte[] pbkdf2(CryptoDigest digest, byte[] password, byte[] salt, int rounds, int length) {
        var mac = digest.mac(password);
        var key = new byte[length];
        for (int at = 0, block = 1; at < length; at += mac.getMacLength(), block++) {
            var first = Arrays.copyOf(salt, salt.length + Integer.BYTES);
            first[first.length - 1] = (byte) block;
            var sum = new byte[mac.getMacLength()];
            addRounds(mac, first, sum, rounds);
            System.arraycopy(sum, 0, key, at, Math.min(sum.length, length - at));
        }
        return key;
    }

    private static byte[] addRounds(Mac mac, byte[] first, byte[] sum, int rounds) {
        var last = first;
        for (var i = 0; i < rounds; i++) {
            last = mac.doFinal(last);
            for (var b = 0; b < sum.length; b++) sum[b] ^= last[b];
        }
        return last;
    }

    /** scrypt (RFC 7914) of a password and a salt. It cannot be stopped, so its cost has a bound: half a second or so. */
    static HostMessage scrypt(CallArguments arguments) throws Refused {
        long cost = arguments.integer("cost", 2, 1 << 30);
        long blockSize = arguments.integer("blockSize", 1, 1 << 20);
        long parallelization = arguments.integer("parallelization", 1, 1 << 20);
        var blocks = cost * blockSize + blockSize * parallelization;
        if (Long.bitCount(cost) != 1) {
            throw CallFault.range("ERR_CRYPTO_INVALID_SCRYPT_PARAMS", "Invalid scrypt params");
        }
        if (blocks > MOST_SCRYPT_BLOCKS + (1 << 10)
                || blocks * parallelization > MOST_SCRYPT_BLOCKS * MOST_SCRYPT_PASSES) {
            throw CallFault.range(
                    "ERR_CRYPTO_INVALID_SCRYPT_PARAMS",
                    "Invalid scrypt params: an Action may take 64 MiB (128 * N * r), and N * r * p of 1048576 at most");
        }
        var length = arguments.integer("length", 1, MOST_LENGTH);
        return CallArguments.answer(SCrypt.generate(
                arguments.bytes(0), arguments.bytes(1), (int) cost, (int) blockSize, (int) parallelization, length));
    }

    /** HKDF (RFC 5869) of a key, a salt and an info. */
    static HostMessage hkdf(CallArguments arguments) throws Refused {
        var digest = arguments.digest("digest");
        var salted = digest.mac(arguments.bytes(1));
        var size = salted.getMacLength();
        var length = arguments.integer("length", 0, 255 * size);
        var info = arguments.bytes(2);
        var mac = digest.mac(salted.doFinal(arguments.bytes(0)));
        var out = new byte[length];
        var last = new byte[0];
        for (int at = 0, block = 1; at < length; at += size, block++) {
            mac.update(last);
            mac.update(info);
            last = mac.doFinal(new byte[] {(byte) block});
            System.arraycopy(last, 0, out, at, Math.min(size, length - at));
        }
        return CallArguments.answer(out);
    }
}
