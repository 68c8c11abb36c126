package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.postern.action.ActionVersion;
import dev.postern.api.UserBinding;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.sandbox.Limits;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no case can show of the triggers: refusals by the host's own code, and what the host is asked. */
final class TriggerRulesTest {

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void takesAsManyActionsAsMayBeBoundAndNoMore(Trigger trigger) {
        assertEquals(
                trigger.maxActions(),
                flow(trigger, bodies(trigger.maxActions())).actions().size());

        var refused = assertThrows(
                ActionsException.class, () -> flow(trigger, bodies(trigger.maxActions() + 1)), trigger.id());

        assertEquals(ErrorCode.FLOW_INVALID, refused.code());
        assertEquals(
                "the flow %s of tenant acme has %d Actions; bind at most %d"
                        .formatted(trigger.id(), trigger.maxActions() + 1, trigger.maxActions()),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_RESET_POST_CHALLENGE, 4",
        "CUSTOM_TOKEN_EXCHANGE, 1",
        "CUSTOM_EMAIL_PROVIDER, 1",
        "CUSTOM_PHONE_PROVIDER, 1",
        "CREDENTIALS_EXCHANGE, 20",
        "EVENT_STREAM, 20"
    })
    void bindsAsManyActionsAsDocumented(Trigger trigger, int most) {
        assertEquals(most, trigger.maxActions());
    }

    @ParameterizedTest
    @EnumSource(Trigger.class)
    void runsOnItsSampleEventWithNothingMissing(Trigger trigger) {
        try (var runtime = ActionsRuntime.builder().build()) {
            var body = trigger == Trigger.CUSTOM_TOKEN_EXCHANGE ? "api.authentication.setUserById('auth0|1');" : "";
            assertInstanceOf(
                    FlowResult.Completed.class, runtime.start(flow(trigger, body), Event.of(trigger.sampleEvent())));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CREDENTIALS_EXCHANGE, resource_server, event.resource_server.identifier",
        "CREDENTIALS_EXCHANGE, accessToken, event.accessToken.scope",
        "PRE_USER_REGISTRATION, request, 'event.request.ip, event.request.method'",
        "PRE_USER_REGISTRATION, connection, 'event.connection.id, event.connection.name, event.connection.strategy'",
        "POST_USER_REGISTRATION, tenant, event.tenant.id",
        "POST_CHANGE_PASSWORD, request, 'event.request.ip, event.request.method'",
        "SEND_PHONE_MESSAGE, message_options, 'event.message_options.action, event.message_options.code, event.message_options.message_type, event.message_options.recipient, event.message_options.text'",
        "PASSWORD_RESET_POST_CHALLENGE, authentication, event.authentication.methods",
        "PASSWORD_RESET_POST_CHALLENGE, stats, event.stats.logins_count",
        "CUSTOM_TOKEN_EXCHANGE, client, 'event.client.client_id, event.client.name'",
        "EVENT_STREAM, message, 'event.message.id, event.message.type, event.message.source, event.message.specversion'"
    })
    void refusesAnEventThatLacksWhatIsAlwaysThere(Trigger trigger, String member, String missing) {
        var event = trigger.sampleEvent();
        event.remove(member);

        try (var runtime = ActionsRuntime.builder().build()) {
            var refused = assertThrows(
                    ActionsException.class, () -> runtime.start(flow(trigger, "throw 'never run'"), Event.of(event)));

            assertEquals(ErrorCode.EVENT_INVALID, refused.code());
            assertEquals(
                    "the event lacks " + missing + "; give what Auth0 documents as always there for " + trigger.id(),
                    refused.getMessage());
        }
    }

    /** Of its events only leaves are published: an object may be absent, but not lack what it always has. */
    @Test
    void refusesATenantWithoutAnIdWhereASignupMayHaveNone() {
        var without = Trigger.SIGNUP_POST_IDENTIFIER.sampleEvent();
        without.remove("tenant");
        var empty = Trigger.SIGNUP_POST_IDENTIFIER.sampleEvent();
        empty.putObject("tenant");
        var flow = flow(Trigger.SIGNUP_POST_IDENTIFIER, "");

        try (var runtime = ActionsRuntime.builder().build()) {
            assertInstanceOf(FlowResult.Completed.class, runtime.start(flow, Event.of(without)));
            var refused = assertThrows(ActionsException.class, () -> runtime.start(flow, Event.of(empty)));
            assertEquals(
                    "the event lacks event.tenant.id; give what Auth0 documents as always there for"
                            + " signup-post-identifier",
                    refused.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "setUserById('auth0|1'), USER_NOT_FOUND",
        "setUserById('auth0|2'),",
        "'setUserByConnection(''Legacy'', { user_id: ''1'' }, { creationBehavior: ''none'', updateBehavior: ''none'' })', USER_NOT_FOUND",
        "'setUserByConnection(''Legacy'', { user_id: ''1'' }, { creationBehavior: ''create_if_not_exists'', updateBehavior: ''none'' })',"
    })
    void asksTheHostWhetherTheUserOfAnExchangeExistsUnlessItMayBeCreated(String call, @Nullable ErrorCode expected) {
        var known = new UserBinding.ById("auth0|2");
        try (var runtime = ActionsRuntime.builder()
                .withUserSearch((tenant, user) -> user.equals(known))
                .build()) {
            var flow = flow(Trigger.CUSTOM_TOKEN_EXCHANGE, "api.authentication." + call + ";");

            var result = runtime.start(flow, Event.of(Trigger.CUSTOM_TOKEN_EXCHANGE.sampleEvent()));

            if (expected == null) {
                var done = assertInstanceOf(FlowResult.Completed.class, result);
                assertNotNull(done.effects().tokenExchange());
            } else {
                var failed = assertInstanceOf(FlowResult.Failed.class, result);
                assertEquals(expected, failed.error().code());
            }
        }
    }

    @Test
    void givesEachActionThatNobodyWaitsForItsOwnTime() {
        var limits = Limits.defaults().withWallClock(Duration.ofSeconds(2));
        try (var runtime = ActionsRuntime.builder().withLimits(limits).build()) {
            var flow = flow(Trigger.EVENT_STREAM, "for (;;);", "console.log('ran');");

            var result = runtime.start(flow, Event.of(Trigger.EVENT_STREAM.sampleEvent()));

            var executions =
                    assertInstanceOf(FlowResult.Completed.class, result).executions();
            var error = executions.getFirst().error();
            assertNotNull(error);
            assertEquals(ErrorCode.TIME_LIMIT, error.code());
            assertEquals("ran", executions.getLast().logs().getFirst().message());
        }
    }

    private static String[] bodies(int count) {
        return IntStream.range(0, count).mapToObj(i -> "").toArray(String[]::new);
    }

    private static Flow flow(Trigger trigger, String... bodies) {
        var actions = new ArrayList<ActionVersion>();
        for (var body : bodies) {
            actions.add(ActionVersion.of(
                    (actions.size() + 1) + "-action.js",
                    "exports." + trigger.executeHandler() + " = async (event, api) => {\n" + body + "\n};"));
        }
        return new Flow(Tenant.of("acme"), trigger, actions);
    }
}
