package dev.postern;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.postern.api.UserBinding;
import dev.postern.deployment.Flow;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Semantics 77: whose tokens a custom token exchange gives, and whether the host has that user. */
final class TokenExchangeTest {

    private static final Set<String> USERS = Set.of("auth0|1", "legacy|1");

    private final List<String> asked = new ArrayList<>();
    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withUserSearch((tenant, user) -> {
                var id = switch (user) {
                    case UserBinding.ById byId -> byId.userId();
                    case UserBinding.ByConnection connection ->
                        connection.connection() + "|"
                                + connection.attributes().path("user_id").asText();
                };
                asked.add(tenant + " " + id);
                return USERS.contains(id);
            })
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @Test
    void completesForAUserTheHostHas() {
        var completed = assertInstanceOf(FlowResult.Completed.class, exchange("setUserById('auth0|1')"));

        var exchange = requireNonNull(completed.effects().tokenExchange(), "tokenExchange");
        assertEquals(new UserBinding.ById("auth0|1"), exchange.user());
        assertEquals(List.of("acme auth0|1"), asked);
    }

    @Test
    void failsForAUserTheHostDoesNotHave() {
        var error = failure(exchange("setUserById('auth0|2')"));

        assertEquals(ErrorCode.USER_NOT_FOUND, error.code());
        assertEquals("1-action.js", error.action());
        assertEquals("the user that the exchange is for does not exist", error.message());
    }

    @ParameterizedTest
    @CsvSource({
        "none, 1, true, 1",
        "none, 2, false, 1",
        "create_if_not_exists, 1, true, 0",
        "create_if_not_exists, 2, true, 0"
    })
    void asksOnlyForAUserThatIsNotToBeCreated(String creation, String userId, boolean completes, int times) {
        var result = exchange("setUserByConnection('legacy', { user_id: '" + userId + "' }, { creationBehavior: '"
                + creation + "', updateBehavior: 'none' })");

        assertEquals(completes, result instanceof FlowResult.Completed);
        assertEquals(times, asked.size());
    }

    @Test
    void leavesTheSearchToAHostThatHasNone() {
        try (var without = ActionsRuntime.builder().build()) {
            assertInstanceOf(FlowResult.Completed.class, without.start(flow("setUserById('auth0|2')"), event()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"setOrganization('org_1')", "setActor({ sub: 'agent' })"})
    void failsWhereNoUserIsSet(String call) {
        assertEquals(ErrorCode.USER_NOT_SET, failure(exchange(call)).code());
        assertEquals(List.of(), asked);
    }

    @Test
    void failsWhereTheUserIsSetTwice() {
        assertEquals(
                ErrorCode.COMMAND_INVALID,
                failure(exchange("setUserById('auth0|1'); api.authentication.setUserById('auth0|1')"))
                        .code());
        assertEquals(List.of(), asked);
    }

    @Test
    void asksNothingOfADeniedExchange() {
        var denied = exchange("setUserById('auth0|2'); api.access.deny('invalid_request', 'no')");

        assertInstanceOf(FlowResult.Denied.class, denied);
        assertEquals(List.of(), asked);
    }

    private FlowResult exchange(String call) {
        return runtime.start(flow(call), event());
    }

    private static Flow flow(String call) {
        return Flows.of(Tenant.of("acme"), Trigger.CUSTOM_TOKEN_EXCHANGE, "api.authentication." + call + ";");
    }

    private static Event event() {
        return Event.of(Trigger.CUSTOM_TOKEN_EXCHANGE.sampleEvent());
    }

    private static ActionError failure(FlowResult result) {
        return assertInstanceOf(FlowResult.Failed.class, result).error();
    }
}
