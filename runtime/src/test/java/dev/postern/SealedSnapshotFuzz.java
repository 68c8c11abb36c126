package dev.postern;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.postern.error.ActionsException;
import dev.postern.factor.Factor;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/** Of all bytes that a store may give, only those that were sealed go on. */
final class SealedSnapshotFuzz {

    private static final FuzzedFlow FLOW = new FuzzedFlow();
    private static final byte[] SEALED =
            FuzzedFlow.SEAL.seal(FuzzedFlow.TOKEN, FLOW.texts().getFirst());

    static Stream<byte[]> seeds() {
        return Stream.of(SEALED);
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isRefusedUnusedUnlessItWasSealed(byte[] input) {
        FLOW.keep(input);
        var resumption = new Resumption.Challenge(Factor.OTP, Flows.request());
        if (Arrays.equals(input, SEALED)) {
            assertInstanceOf(FlowResult.Completed.class, FLOW.runtime.resume(FuzzedFlow.TOKEN, resumption));
            return;
        }
        var refused = assertThrows(ActionsException.class, () -> FLOW.runtime.resume(FuzzedFlow.TOKEN, resumption));
        assertTrue(refused.code().id().startsWith("snapshot_"), refused.code().id());
        assertFalse(FLOW.isConsumed);
    }
}
