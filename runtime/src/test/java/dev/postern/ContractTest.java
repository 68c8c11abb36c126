package dev.postern;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.action.ActionVersion;
import dev.postern.deployment.Flow;
import dev.postern.event.Event;
import dev.postern.tenant.Tenant;
import dev.postern.trigger.Trigger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The product against {@code contract.json}, which lists what is documented of Auth0's triggers: for each method of each
 * trigger an Action calls it with what it must take and what it must refuse. Methods that report a failure by value or
 * promise must do so, and {@code api} must have no other member.
 */
final class ContractTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNode CONTRACT = contract();
    private static final Pattern PROMISED = Pattern.compile("Promise<\\{(\\w+):.*");

    private final List<String> lines = new ArrayList<>();
    private final ActionsRuntime runtime = ActionsRuntime.builder()
            .withConsole((transaction, action, line) -> lines.add(line.message()))
            .withGroups(new Directories.OfGroups())
            .withRoles(new Directories.OfRoles())
            .build();

    @AfterEach
    void close() {
        runtime.close();
    }

    @TestFactory
    Stream<DynamicContainer> hasEachMethodAsDocumented() {
        return triggers()
                .map(trigger -> DynamicContainer.dynamicContainer(
                        trigger.id(),
                        methods(trigger)
                                .map(method -> DynamicTest.dynamicTest(
                                        method.path("path").asText(), () -> check(trigger, method)))));
    }

    @TestFactory
    Stream<DynamicTest> hasNothingElseOnTheApi() {
        return triggers()
                .map(trigger -> DynamicTest.dynamicTest(trigger.id(), () -> {
                    var documented = methods(trigger)
                            .map(method ->
                                    path(method) + "/" + method.path("params").size())
                            .collect(toCollection(TreeSet::new));

                    run(trigger, Flows.read("contract/walk.js"));

                    assertEquals(documented, new TreeSet<>(lines));
                }));
    }

    @TestFactory
    Stream<DynamicTest> runsTheDocumentedHandlers() {
        return triggers()
                .map(trigger -> DynamicTest.dynamicTest(trigger.id(), () -> {
                    var handlers = json(trigger).path("handlers");
                    // Those that the contract only infers, or that are not documented, it explains after a blank.
                    assertEquals(handlers.path("execute").path(0).asText().split(" ", -1)[0], trigger.executeHandler());
                    assertEquals(
                            list(handlers.path("continue")).stream()
                                    .map(JsonNode::asText)
                                    .filter(handler -> !handler.contains(" "))
                                    .toList(),
                            trigger.continueHandler().stream().toList());
                    assertEquals(json(trigger).path("blocking").asBoolean(true), trigger.isBlocking());
                }));
    }

    /** What the runtime reads is the contract without its prose. */
    @TestFactory
    Stream<DynamicTest> readsTheContractItself() {
        return triggers()
                .map(trigger -> DynamicTest.dynamicTest(trigger.id(), () -> {
                    var derived = MAPPER.createObjectNode();
                    var api = derived.putArray("api");
                    methods(trigger).forEach(method -> {
                        var own = api.addObject().put("path", path(method));
                        own.set("params", parameters(method.path("params")));
                        own.set("returns", method.path("returns"));
                    });
                    var event = derived.putArray("event");
                    for (var member : json(trigger).path("event")) {
                        var path = member.path("path").asText().substring("event.".length());
                        event.add(described(member, MAPPER.createObjectNode().put("path", path)));
                    }

                    try (var in = Trigger.class.getResourceAsStream("contract/" + trigger.id() + ".json")) {
                        assertEquals(derived, MAPPER.readTree(in));
                    }
                }));
    }

    @Test
    void leavesOutOnlyTheTriggersOfWhichNothingIsPublished() {
        var left = list(CONTRACT.path("triggers")).stream()
                .filter(trigger -> Trigger.find(trigger.path("id").asText()).isEmpty())
                .toList();

        assertEquals(
                List.of("login-post-identifier", "password-hash-migration"),
                left.stream().map(trigger -> trigger.path("id").asText()).toList());
        assertTrue(left.stream().allMatch(trigger -> trigger.path("api").isEmpty()));
        assertEquals(CONTRACT.path("triggers").size() - left.size(), triggers().count());
    }

    private void check(Trigger trigger, JsonNode method) {
        var arguments = new ContractArguments(method);
        if (isSwitchedOff(method)) {
            for (var call : calls(trigger, method, arguments.accepted())) {
                assertEquals(
                        "api." + path(method) + " is not enabled",
                        call.result().path("message").asText());
            }
            return;
        }
        for (var accepted : arguments.accepted()) {
            taken(trigger, method, accepted);
        }
        for (var tolerated : arguments.tolerated()) {
            taken(trigger, method, tolerated);
        }
        for (var call : calls(trigger, method, arguments.refused())) {
            refused(path(method), call);
        }
    }

    /** The method gives what is documented, and the host takes the command. */
    private void taken(Trigger trigger, JsonNode method, String arguments) {
        var call = calls(trigger, method, List.of(arguments)).getFirst();
        var returns = method.path("returns").asText();
        assertTrue(isDocumented(returns, call.result()), () -> call + " but documented is " + returns);
        assertNull(call.execution().error(), call::toString);
        var recorded = call.execution().commands().stream()
                .map(command -> command.method())
                .toList();
        assertEquals(changesSomething(returns) ? List.of(path(method)) : List.of(), recorded, call::toString);
    }

    /** Nothing is asked for by a call that is refused, whatever the Action makes of the refusal. */
    private static void refused(String path, Call call) {
        if (path.equals("cache.get")) {
            assertEquals("undefined", call.result().path("gave").asText(), call::toString);
        } else if (path.startsWith("cache.")) {
            assertEquals("error", call.result().path("value").path("type").asText(), call::toString);
        } else {
            var how = path.startsWith("groups.") || path.startsWith("roles.") ? "rejected" : "threw";
            assertEquals("TypeError", call.result().path(how).asText(), call::toString);
            assertTrue(call.result().path("message").asText().startsWith("api." + path + ": "), call::toString);
        }
        assertEquals(List.of(), call.execution().commands(), call::toString);
    }

    private static boolean changesSomething(String returns) {
        return returns.startsWith("api") || returns.startsWith("void");
    }

    private static boolean isDocumented(String returns, JsonNode result) {
        var gave = result.path("gave").asText();
        var value = result.path("value");
        var promised = PROMISED.matcher(returns);
        if (promised.matches()) {
            return gave.equals("promise") && value.has(promised.group(1));
        }
        return switch (returns) {
            case "api (chainable)" -> gave.equals("api");
            case "void" -> gave.equals("undefined");
            case "void in types (official implementation hands back api)" ->
                gave.equals("api") || gave.equals("undefined");
            case "string", "boolean" -> gave.equals(returns);
            case "object (payload)" -> value.path("sub").isTextual();
            case "{value:string, expires_at:number} | undefined" -> gave.equals("undefined");
            case "{type:\"success\"} | {type:\"error\", code}" ->
                value.equals(MAPPER.createObjectNode().put("type", "error").put("code", "CacheKeyDoesNotExist"));
            case "{type:\"success\", record:{value,expires_at}} | {type:\"error\", code}" ->
                value.path("type").asText().equals("success")
                        && value.path("record").path("value").isTextual()
                        && value.path("record").path("expires_at").isNumber();
            default -> fail("the contract has a return that is not known: " + returns);
        };
    }

    private static boolean isSwitchedOff(JsonNode method) {
        return list(method.path("rules")).stream()
                .anyMatch(rule -> rule.asText().contains("feature flag is off"));
    }

    /** One call in the Action that ran it. */
    private record Call(String text, JsonNode result, Execution execution) {
        @Override
        public String toString() {
            return text + " came to " + result + " and " + execution.error();
        }
    }

    private List<Call> calls(Trigger trigger, JsonNode method, List<String> arguments) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        var texts = arguments.stream()
                .map(each -> "api." + path(method) + "(" + each + ")")
                .toList();
        var code = new StringBuilder();
        texts.forEach(text -> code.append("await call(() => ").append(text).append(");\n"));
        var execution = run(trigger, Flows.read("contract/calls.js").replace("CALLS", code));
        assertEquals(texts.size(), lines.size(), () -> "not all calls ended: " + execution.error());
        var calls = new ArrayList<Call>();
        for (var i = 0; i < texts.size(); i++) {
            calls.add(new Call(texts.get(i), read(lines.get(i)), execution));
        }
        return calls;
    }

    private Execution run(Trigger trigger, String code) {
        lines.clear();
        var action = ActionVersion.of("contract.js", code.replace("HANDLER", trigger.executeHandler()));
        var flow = new Flow(Tenant.of("acme"), trigger, List.of(action));
        var execution = runtime.start(flow, event(trigger)).executions().getFirst();
        assertFalse(execution.handler().isEmpty());
        return execution;
    }

    /** A full event with a token for validateToken, and with what the methods need that are tied to something. */
    private static Event event(Trigger trigger) {
        var event = FullEvents.of(trigger);
        var token = JWT.create()
                .withIssuer("text")
                .withSubject("text")
                .withClaim("iat", 1)
                .withClaim("exp", Integer.MAX_VALUE)
                .withClaim("state", "text")
                .sign(Algorithm.HMAC256("secret"));
        if (event.path("request") instanceof ObjectNode request) {
            request.putObject("query").put("state", "text").put("session_token", token);
        }
        if (event.path("refresh_token") instanceof ObjectNode refreshToken) {
            refreshToken.put("access", "offline");
        }
        return Event.of(event);
    }

    private static Stream<Trigger> triggers() {
        return Arrays.stream(Trigger.values());
    }

    private static Stream<JsonNode> methods(Trigger trigger) {
        return list(json(trigger).path("api")).stream();
    }

    private static JsonNode json(Trigger trigger) {
        return list(CONTRACT.path("triggers")).stream()
                .filter(one -> one.path("id").asText().equals(trigger.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String path(JsonNode method) {
        return method.path("path").asText().substring("api.".length());
    }

    private static ArrayNode parameters(JsonNode documented) {
        var parameters = MAPPER.createArrayNode();
        for (var parameter : documented) {
            var own =
                    MAPPER.createObjectNode().put("name", parameter.path("name").asText());
            described(parameter, own);
            if (parameter.has("fields")) {
                own.set("fields", parameters(parameter.path("fields")));
            }
            parameters.add(own);
        }
        return parameters;
    }

    private static ObjectNode described(JsonNode documented, ObjectNode own) {
        own.set("type", documented.path("type"));
        if (documented.path("optional").asBoolean()) {
            own.put("optional", true);
        }
        if (documented.has("allowed")) {
            own.set("allowed", documented.path("allowed"));
        }
        return own;
    }

    private static JsonNode contract() {
        return read(Flows.read("trigger/contract.json"));
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
