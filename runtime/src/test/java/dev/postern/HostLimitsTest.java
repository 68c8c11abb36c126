package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.Secrets;
import dev.postern.api.ApiCommandParser;
import dev.postern.api.InvalidCommandException;
import dev.postern.error.ActionError;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Limits that the host holds by itself: commands that no api object would have let through are refused, and what it does
 * let through at the limit is taken.
 */
final class HostLimitsTest {

    private static final FlowState.PinnedAction FORGER = new FlowState.PinnedAction("1-forges.js", "0", Set.of());

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int FORM = 24_576;
    private static final int SAML = 10_240;

    private static final int METADATA = 32_768;

    private final ArrayNode commands = MAPPER.createArrayNode();
    private boolean continues;
    private Trigger trigger = Trigger.POST_LOGIN;

    /** Semantics 18 and 73. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            session.setMetadata        | ["a","b"]  | there is no session
            session.setMetadata        | ["a",null] | there is no session
            session.deleteMetadata     | ["a"]      | there is no session
            session.evictMetadata      | []         | there is no session
            session.revoke             | ["stolen"] | there is no session
            refreshToken.revoke        | ["stolen"] | there is no refresh token
            """)
    void refusesChangesOfWhatIsNotThere(String method, String args, String message) throws Exception {
        command(method, MAPPER.readValue(args, Object[].class));
        var error = refused(Flows.event("auth0|1"));
        assertEquals(message, error.message());
        assertEquals(7, error.line());
    }

    /** Semantics 73. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            refreshToken.setExpiresAt     | [1767312000000]
            refreshToken.setIdleExpiresAt | [1767312000000]
            refreshToken.setMetadata      | ["a","b"]
            refreshToken.deleteMetadata   | ["a"]
            refreshToken.evictMetadata    | []
            """)
    void refusesChangesOfAnOnlineRefreshToken(String method, String args) throws Exception {
        command(method, MAPPER.readValue(args, Object[].class));
        var event = Flows.event("auth0|1").json();
        event.putObject("refresh_token").put("access", "online");
        assertEquals(
                "an online refresh token has no lifetime and no metadata of its own",
                refused(Event.of(event)).message());
        taken(Flows.event("auth0|1"));
    }

    /** Semantics 73. */
    @Test
    void counts25EntriesOfATokenThatIsNotThereYet() throws Exception {
        IntStream.rangeClosed(1, 25).forEach(i -> command("refreshToken.setMetadata", "k" + i, "v"));
        taken(Flows.event("auth0|1"));
        command("refreshToken.setMetadata", "k26", "v");
        assertEquals(
                "the metadata of the refresh token has 26 entries; at most 25 are allowed",
                refused(Flows.event("auth0|1")).message());
    }

    /** Semantics 74. */
    @Test
    void counts100ChangesOfSamlAttributes() throws Exception {
        IntStream.rangeClosed(1, 100).forEach(i -> command("samlResponse.setAttribute", "a", i));
        taken(Flows.event("auth0|1"));
        command("samlResponse.setAttribute", "a", 101);
        assertEquals(
                "there are more than 100 changes of SAML attributes",
                refused(Flows.event("auth0|1")).message());
    }

    /** Semantics 74. */
    @Test
    void measuresSamlAttributes() throws Exception {
        IntStream.rangeClosed(1, 5).forEach(i -> command("samlResponse.setAttribute", "a" + i, "v".repeat(2000)));
        var length = 5 * (2 + 2 + 2000);
        command("samlResponse.setAttribute", "b", "v".repeat(SAML - length - 3));
        taken(Flows.event("auth0|1"));
        command("samlResponse.setAttribute", "b", "v".repeat(SAML - length - 2));
        assertEquals(
                "the attributes of the SAML response exceed 10240 characters",
                refused(Flows.event("auth0|1")).message());
    }

    /** Semantics 71. */
    @Test
    void countsAThousandChangesOfScope() throws Exception {
        IntStream.rangeClosed(1, 500).forEach(i -> {
            command("accessToken.addScope", "read:" + i);
            command("accessToken.removeScope", "write:" + i);
        });
        taken(Flows.event("auth0|1"));
        command("accessToken.addScope", "read:one-more");
        assertEquals(
                "there are more than 1000 changes of scope",
                refused(Flows.event("auth0|1")).message());
    }

    /** Semantics 65. */
    @Test
    void measuresAForm() throws Exception {
        var around = "{\"fields\":{\"f\":\"\"}}".length();
        continues = true;
        command("prompt.render", "ap_1", form(FORM - around));
        taken(Flows.event("auth0|1"));
        commands.removeAll();
        command("prompt.render", "ap_1", form(FORM - around + 1));
        assertEquals(
                "the fields and vars of a form exceed 24576 characters",
                refused(Flows.event("auth0|1")).message());
    }

    private static Map<String, Map<String, String>> form(int length) {
        return Map.of("fields", Map.of("f", "f".repeat(length)));
    }

    /** Semantics 66: of either kind, over the whole flow. */
    @ParameterizedTest
    @ValueSource(strings = {"user.setUserMetadata", "user.setAppMetadata"})
    void measuresTheMetadataToWrite(String method) throws Exception {
        var room = METADATA - "{\"a\":\"\",\"b\":\"\"}".length();
        command(method, "a", "v".repeat(room / 2));
        command(method, "b", "v".repeat(room - room / 2));
        taken(Flows.event("auth0|1"));
        command(method, "b", "v".repeat(room - room / 2 + 1));
        var over = assertInstanceOf(FlowRunner.Move.Over.class, merged(Flows.event("auth0|1")));
        assertEquals(
                ErrorCode.METADATA_TOO_LARGE,
                assertInstanceOf(FlowResult.Failed.class, over.result()).error().code());
    }

    /** Semantics 71. */
    @Test
    void countsAThousandTargetScopes() throws Exception {
        trigger = Trigger.CREDENTIALS_EXCHANGE;
        command(
                "transaction.setTargetScopes",
                IntStream.rangeClosed(1, 999).mapToObj(i -> "read:" + i).toList());
        command("transaction.addTargetScope", "read:1000");
        taken(Flows.event("auth0|1"));
        command("transaction.addTargetScope", "read:1001");
        assertEquals(
                "there are more than 1000 target scopes",
                refused(Flows.event("auth0|1")).message());
    }

    private void command(String method, Object... args) {
        commands.addObject().put("method", method).put("line", 7).set("args", MAPPER.valueToTree(args));
    }

    private ActionError refused(Event event) throws InvalidCommandException {
        var over = assertInstanceOf(FlowRunner.Move.Over.class, merged(event));
        var error = assertInstanceOf(FlowResult.Failed.class, over.result()).error();
        assertEquals(ErrorCode.COMMAND_INVALID, error.code());
        assertEquals("1-forges.js", error.action());
        return error;
    }

    private void taken(Event event) throws InvalidCommandException {
        assertInstanceOf(FlowRunner.Move.On.class, merged(event));
    }

    /** The flow after an Action that handed back the commands. */
    private FlowRunner.Move merged(Event event) throws InvalidCommandException {
        ObjectNode handed =
                MAPPER.createObjectNode().put("continues", continues).set("commands", commands);
        var parsed =
                ApiCommandParser.parse(handed.toString(), trigger.contract().methods());
        var tenant = Tenant.of("acme");
        var start = new FlowState.Start(tenant, tenant.factors(), trigger.id(), "txn_1", 0, List.of(FORGER));
        var execution = new Execution(
                "1-forges.js",
                trigger.executeHandler(),
                Execution.Outcome.FINAL,
                List.of(),
                List.of(),
                List.of(),
                1,
                null);
        var state = FlowState.begin(start, event).withExecution(execution);
        return new CommandMerge(Clock.systemUTC()).into(state, 1, parsed, Secrets.none(), false);
    }
}
