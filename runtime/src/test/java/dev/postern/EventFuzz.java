package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An event that a host gives is refused with a code, or the flow runs with it to a result that can be written. */
final class EventFuzz {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final FuzzedFlow FLOW = new FuzzedFlow();
    private static final Map<Trigger, Flow> FLOWS = flows();

    static Stream<Arguments> seeds() {
        var members = Arrays.stream(Trigger.values())
                .flatMap(trigger -> Stream.of(trigger.sampleEvent(), FullEvents.of(trigger))
                        .map(event -> event.put("trigger", trigger.id())));
        return members.map(event -> FuzzedJson.seed(event.toString()));
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void isRefusedWithACodeOrGivesAResult(@NotNull String json, byte @NotNull [] changes) throws Exception {
        var text = FuzzedJson.text(json, changes);
        var trigger = trigger(text);
        FLOW.keep(new byte[0]);
        FlowResult result;
        try {
            result = FLOW.runtime.start(requireNonNull(FLOWS.get(trigger)), Event.parse(text));
        } catch (ActionsException e) {
            assertEquals(ErrorCode.EVENT_INVALID, e.code());
            return;
        }
        MAPPER.writeValueAsBytes(FlowDocument.of(trigger, result));
    }

    private static Map<Trigger, Flow> flows() {
        var flows = new EnumMap<Trigger, Flow>(Trigger.class);
        for (var trigger : Trigger.values()) {
            var body = trigger == Trigger.POST_LOGIN
                    ? "api.idToken.setCustomClaim('e', event.user); api.multifactor.enable('any');"
                    : "if (api.access) { api.access.deny(event.user?.email ?? 'no'); }";
            flows.put(trigger, Flows.of(Tenant.of("acme"), trigger, body));
        }
        return flows;
    }

    private static Trigger trigger(String event) {
        try {
            return Trigger.find(MAPPER.readTree(event).path("trigger").asText()).orElse(Trigger.POST_LOGIN);
        } catch (JsonProcessingException e) {
            return Trigger.POST_LOGIN;
        }
    }
}
