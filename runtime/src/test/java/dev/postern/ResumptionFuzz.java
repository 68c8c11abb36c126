package dev.postern;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.error.ActionsException;
import dev.postern.event.Request;
import dev.postern.trigger.Trigger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a browser sends back after a redirect or a form is refused, and the flow still waits, or it goes on. */
final class ResumptionFuzz {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final FuzzedFlow FLOW = new FuzzedFlow();
    private static final List<byte[]> SEALED = FLOW.texts().stream()
            .map(text -> FuzzedFlow.SEAL.seal(FuzzedFlow.TOKEN, text))
            .toList();

    static Stream<Arguments> seeds() {
        return FuzzedFlow.RESUMPTIONS.stream()
                .map(resumption -> FuzzedJson.seed(resumption.request().json().toString()));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isRefusedOrGoesOn(@NotNull String json, byte @NotNull [] changes) throws Exception {
        ObjectNode sent;
        try {
            if (!(MAPPER.readTree(FuzzedJson.text(json, changes)) instanceof ObjectNode object)) {
                return;
            }
            sent = object;
        } catch (JsonProcessingException e) {
            return; // the host reads requests
        }
        var request = Request.of(sent);
        var resumptions = List.of(new Resumption.Redirect(request), new Resumption.Prompt(sent, sent, Flows.request()));
        for (var snapshot : SEALED) {
            for (var resumption : resumptions) {
                FLOW.keep(snapshot);
                try {
                    var result = FLOW.runtime.resume(FuzzedFlow.TOKEN, resumption);
                    MAPPER.writeValueAsBytes(FlowDocument.of(Trigger.POST_LOGIN, result));
                } catch (ActionsException e) {
                    assertFalse(FLOW.isConsumed, e.code().id());
                }
            }
        }
    }
}
