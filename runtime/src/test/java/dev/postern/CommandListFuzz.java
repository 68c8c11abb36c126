package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.FlowState.PinnedAction;
import dev.postern.FlowState.Start;
import dev.postern.action.ActionVersion;
import dev.postern.action.Secrets;
import dev.postern.cache.CacheStore;
import dev.postern.event.Event;
import dev.postern.factor.Factor;
import dev.postern.http.DepthHeader;
import dev.postern.http.EgressPolicy;
import dev.postern.http.HttpLimits;
import dev.postern.node.NodeCalls;
import dev.postern.sandbox.GuestOutcome;
import dev.postern.sandbox.Invocation;
import dev.postern.sandbox.Limits;
import dev.postern.sandbox.Sandbox;
import dev.postern.sandbox.Usage;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever text a guest hands back, also one that has broken out of the api object, the flow pauses or ends, what comes
 * of it can be written and read again, and the flow before it is as it was.
 */
final class CommandListFuzz {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final ActionVersion ACTION = ActionVersion.of("1-action.js", "");
    private static final int MOST_SEED_CHARS = 1000;
    private static final Map<Trigger, FlowState> STATES =
            Arrays.stream(Trigger.values()).collect(Collectors.toMap(trigger -> trigger, CommandListFuzz::begin));
    private static final HostCalls CALLS = new HostCalls(new NodeCalls(), CacheStore.inMemory(), null, null, CLOCK);
    private static final TenantHttp HTTP =
            new TenantHttp(tenant -> EgressPolicy.none(), HttpLimits.defaults(), DepthHeader.ofThisProcess());

    /** The lists of commands of cases, one for each method; {@code trigger} is for this test, and nothing to the parser. */
    static Stream<Arguments> seeds() {
        var seen = new HashSet<String>();
        return Case.all()
                .map(CommandListFuzz::handed)
                .filter(handed -> handed.toString().length() < MOST_SEED_CHARS && addsMethod(handed, seen))
                .map(handed -> FuzzedJson.seed(handed.toString()));
    }

    private static ObjectNode handed(Case one) {
        var handed = JsonNodeFactory.instance.objectNode();
        var commands =
                handed.put("trigger", one.trigger().id()).put("continues", true).putArray("commands");
        for (var execution : one.json("expected.json").path("executions")) {
            execution.path("commands").forEach(commands::add);
        }
        return handed;
    }

    private static boolean addsMethod(JsonNode handed, Set<String> seen) {
        var adds = false;
        for (var command : handed.path("commands")) {
            adds |= seen.add(
                    handed.path("trigger").asText() + command.path("method").asText());
        }
        return adds;
    }

    @MethodSource("seeds")
    @Timeout(10)
    @FuzzTest
    void endsInAResultAndLeavesTheFlowBeforeItAsItWas(@NotNull String json, byte @NotNull [] changes) throws Exception {
        var handed = FuzzedJson.text(json, changes);
        var trigger = trigger(handed);
        var state = requireNonNull(STATES.get(trigger));
        var before = written(state);

        var move = runner(trigger, handed).run(state);

        switch (move) {
            case FlowRunner.Move.Over over -> checkReadable(FlowDocument.of(trigger, over.result()));
            case FlowRunner.Move.Wait wait -> {
                checkReadable(FlowDocument.awaiting(wait.awaiting()));
                var paused = new PausedState(wait.state(), wait.awaiting(), 0);
                // As trees: of a number the value counts, not how it is written.
                assertEquals(
                        MAPPER.readTree(text(paused)), MAPPER.readTree(text(PausedState.fromJson(paused.toJson()))));
            }
            case FlowRunner.Move.On on -> throw new AssertionError("the flow stopped where it should go on");
        }
        assertEquals(before, written(state));
    }

    private static void checkReadable(JsonNode document) throws Exception {
        MAPPER.readTree(MAPPER.writeValueAsString(document));
    }

    private static String text(PausedState paused) {
        return new String(paused.toJson(), StandardCharsets.UTF_8);
    }

    private static Trigger trigger(String handed) {
        try {
            return Trigger.find(MAPPER.readTree(handed).path("trigger").asText())
                    .orElse(Trigger.POST_LOGIN);
        } catch (JsonProcessingException e) {
            return Trigger.POST_LOGIN;
        }
    }

    private static FlowState begin(Trigger trigger) {
        var pinned = new PinnedAction(ACTION.name(), ACTION.contentHash(), Set.of());
        var factors = Set.of(Factor.OTP); // one, for a set is written in any order
        var tenant = Tenant.of("acme").withFactors(factors);
        var start = new Start(tenant, factors, trigger.id(), "txn_1", 0, List.of(pinned));
        var event = FullEvents.of(trigger);
        if (event.path("user") instanceof ObjectNode user) {
            user.putArray("enrolledFactors").addObject().put("type", "otp");
        }
        return FlowState.begin(start, Event.of(event));
    }

    private static String written(FlowState state) throws JsonProcessingException {
        return MAPPER.writeValueAsString(state);
    }

    private static FlowRunner runner(Trigger trigger, String handed) {
        var executor = new ActionExecutor(
                new HandsBack(handed),
                (tenant, action) -> Secrets.none(),
                CALLS,
                HTTP,
                null,
                true,
                (transaction, action, line) -> {});
        return new FlowRunner(
                executor,
                new CommandMerge(CLOCK),
                (tenant, user) -> true,
                List.of(ACTION),
                trigger,
                Limits.defaults(),
                new Unlimited());
    }

    private record Unlimited() implements Turn {
        @Override
        public void ran(GuestOutcome outcome) {}

        @Override
        public void close() {}
    }

    private record HandsBack(String json) implements Sandbox {
        @Override
        public GuestOutcome run(Invocation invocation) {
            return new GuestOutcome.Returned(json, List.of(), Usage.none());
        }

        @Override
        public void close() {}
    }
}
