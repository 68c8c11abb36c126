package dev.postern;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import dev.postern.error.ActionsException;
import dev.postern.trigger.Trigger;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever text stands in an authentic snapshot, of this version or another, it is refused with a code and stays unused,
 * or the flow goes on to a result.
 */
final class SnapshotTextFuzz {

    private static final FuzzedFlow FLOW = new FuzzedFlow();

    static Stream<Arguments> seeds() {
        return FLOW.texts().stream().map(text -> FuzzedJson.seed(new String(text, StandardCharsets.UTF_8)));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isRefusedUnusedOrGoesOn(@NotNull String json, byte @NotNull [] changes) {
        var text = FuzzedJson.text(json, changes).getBytes(StandardCharsets.UTF_8);
        for (var resumption : FuzzedFlow.RESUMPTIONS) {
            FLOW.keep(FuzzedFlow.SEAL.seal(FuzzedFlow.TOKEN, text));
            try {
                FlowDocument.of(Trigger.POST_LOGIN, FLOW.runtime.resume(FuzzedFlow.TOKEN, resumption));
            } catch (ActionsException e) {
                assertFalse(FLOW.isConsumed, e.code().id());
            }
        }
    }
}
