package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.postern.api.Effects;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics 22: what nothing waits for changes nothing, and its failures are in the record of its executions. */
final class AsyncTriggersTest {

    private final List<String> lines = new ArrayList<>();
    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withLimits(Limits.defaults().withWallClock(Duration.ofSeconds(2)))
            .withConsole((transaction, action, line) -> lines.add(line.message()))
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void areTheDocumentedThree() {
        var async = Arrays.stream(Trigger.values())
                .filter(trigger -> !trigger.isBlocking())
                .collect(Collectors.toSet());

        assertEquals(Set.of(Trigger.POST_USER_REGISTRATION, Trigger.POST_CHANGE_PASSWORD, Trigger.EVENT_STREAM), async);
    }

    @ParameterizedTest
    @EnumSource(names = {"POST_USER_REGISTRATION", "POST_CHANGE_PASSWORD", "EVENT_STREAM"})
    void goOnAfterAnActionThatFailed(Trigger trigger) {
        var completed = run(
                trigger,
                "console.log('one');",
                "throw new TypeError('down');",
                "console.log('three'); return Promise.reject(new Error('rejected'));",
                "console.log('four');");

        assertEquals(List.of("one", "three", "four"), lines);
        assertEquals(Effects.none(), completed.effects());
        assertEquals(
                List.of("final", "failed", "failed", "final"),
                completed.executions().stream()
                        .map(execution -> execution.outcome().id())
                        .toList());
        var error = error(completed, 1);
        assertEquals(ErrorCode.ACTION_THREW, error.code());
        assertEquals("2-action.js", error.action());
        assertEquals("TypeError", error.name());
        assertEquals("down", error.message());
        assertEquals(2, error.line());
        assertEquals("rejected", error(completed, 2).message());
        assertNull(completed.executions().get(3).error());
    }

    @ParameterizedTest
    @EnumSource(names = {"POST_USER_REGISTRATION", "POST_CHANGE_PASSWORD", "EVENT_STREAM"})
    void completeThoughTheLastActionFailed(Trigger trigger) {
        var completed = run(trigger, "throw new Error('down');");

        assertEquals(Execution.Outcome.FAILED, completed.executions().getLast().outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.access.deny('no');",
                "api.user.setAppMetadata('a', 1);",
                "api.multifactor.enable('any');",
                "api.redirect.sendUserTo('https://example.com/');"
            })
    void haveNothingToChangeTheTransactionWith(String call) {
        var completed = run(Trigger.POST_USER_REGISTRATION, call);

        assertEquals(Effects.none(), completed.effects());
        assertEquals("TypeError", error(completed, 0).name());
    }

    @Test
    void recordAnActionThatTakesTooLong() {
        var completed = run(Trigger.EVENT_STREAM, "for (;;);");

        assertEquals(ErrorCode.TIME_LIMIT, error(completed, 0).code());
    }

    @Test
    void recordAModuleThatCannotBeLoaded() {
        var completed = run(Trigger.POST_CHANGE_PASSWORD, "}; const broken = (;\n{", "console.log('two');");

        assertEquals(ErrorCode.SYNTAX_ERROR, error(completed, 0).code());
        assertEquals(List.of("two"), lines);
    }

    @Test
    void showTheFailureOfTheExecutionAndNoneOfTheTransaction() {
        var completed = run(Trigger.EVENT_STREAM, "throw new Error('down');");

        var document = FlowDocument.of(Trigger.EVENT_STREAM, completed);
        assertEquals("completed", document.path("outcome").asText());
        assertFalse(document.has("error"));
        assertEquals("failed", document.at("/executions/0/outcome").asText());
        assertEquals("down", document.at("/executions/0/error/message").asText());
    }

    /** The Action of a trigger that something waits for takes the flow with it. */
    @Test
    void differFromTheOthers() {
        var flow = Flows.of(
                Tenant.of("acme"), Trigger.PRE_USER_REGISTRATION, "throw new Error('down');", "console.log('two');");

        var result = runtime.start(flow, Event.of(Trigger.PRE_USER_REGISTRATION.sampleEvent()));

        assertInstanceOf(FlowResult.Failed.class, result);
        assertEquals(List.of(), lines);
    }

    private static ActionError error(FlowResult.Completed completed, int index) {
        return requireNonNull(completed.executions().get(index).error(), "error");
    }

    private FlowResult.Completed run(Trigger trigger, String... bodies) {
        var flow = Flows.of(Tenant.of("acme"), trigger, bodies);
        return assertInstanceOf(FlowResult.Completed.class, runtime.start(flow, Event.of(trigger.sampleEvent())));
    }
}
