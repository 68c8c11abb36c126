package dev.postern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.event.Event;
import dev.postern.trigger.EventSchema;
import dev.postern.trigger.Trigger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema of each trigger's event, and that our reading of it agrees with a general validator's. */
final class EventSchemaTest {

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    @TestFactory
    Stream<DynamicTest> isASchemaOfTheDialectItNames() {
        return each(trigger -> {
            var json = schema(trigger).json();
            assertEquals(DIALECT, json.path("$schema").asText());
            assertEquals(
                    List.of(),
                    SCHEMAS.getSchema(SchemaLocation.of(DIALECT)).validate(json.toString(), InputFormat.JSON));
        });
    }

    @TestFactory
    Stream<DynamicTest> hasEachMemberOfTheContract() {
        return each(trigger -> {
            var json = schema(trigger).json();
            for (var member : contract(trigger)) {
                if (!member.path("path").asText().equals("secrets")) {
                    has(json, member);
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> takesTheSampleAndAFullEvent() {
        return each(trigger -> {
            for (var event : List.of(filled(trigger), FullEvents.of(trigger))) {
                assertEquals(List.of(), schema(trigger).check(event));
                assertEquals(List.of(), validator(trigger).validate(event.toString(), InputFormat.JSON));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesARequiredMemberThatIsMissing() {
        return each(trigger -> {
            var removed = 0;
            for (var place : places(trigger)) {
                for (var name : place.schema().path("required")) {
                    removed++;
                    var path = place.path() + "." + name.asText();
                    var event = changed(trigger, place, object -> object.remove(name.asText()));

                    var refused = assertThrows(
                            ActionsException.class, () -> schema(trigger).check(event), path);
                    assertEquals(ErrorCode.EVENT_INVALID, refused.code());
                    assertTrue(missing(refused).stream().allMatch(missing -> isIn(missing, path)), refused::getMessage);
                    assertEquals(List.of("required " + place.path() + " " + name.asText()), errors(trigger, event));
                }
            }
            assertTrue(removed > 0);
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAMemberOfAnotherType() {
        return each(trigger -> {
            for (var place : places(trigger)) {
                for (var member : place.schema().path("properties").properties()) {
                    var path = place.path() + "." + member.getKey();
                    for (var wrong : ofAnotherType(member.getValue())) {
                        var event = changed(trigger, place, object -> object.set(member.getKey(), wrong));

                        var documented = String.join(" or ", types(member.getValue()));
                        assertEquals(
                                List.of(path + " is documented as " + documented),
                                schema(trigger).check(event));
                        assertTrue(errors(trigger, event).contains("type " + path), path);
                    }
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAMemberThatIsNotDocumented() {
        return each(trigger -> {
            for (var place : places(trigger)) {
                var event = changed(trigger, place, object -> object.put("colour", "red"));
                var isOpen = place.schema().path("additionalProperties").asBoolean(true);

                assertEquals(
                        isOpen ? List.of() : List.of(place.path() + ".colour is not documented"),
                        schema(trigger).check(event));
                assertEquals(
                        isOpen ? List.of() : List.of("additionalProperties " + place.path() + " colour"),
                        errors(trigger, event));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> namesAMemberWithAValueThatIsNotAllowed() {
        return each(trigger -> {
            for (var place : places(trigger)) {
                for (var member : place.schema().path("properties").properties()) {
                    if (member.getValue().has("enum")) {
                        var path = place.path() + "." + member.getKey();
                        var event = changed(trigger, place, object -> object.put(member.getKey(), "none of those"));

                        assertEquals(
                                List.of(path + " is not one of the documented values"),
                                schema(trigger).check(event));
                        assertEquals(List.of("enum " + path), errors(trigger, event));
                    }
                }
            }
        });
    }

    @Test
    void namesAllThatIsMissingAtOnce() {
        var event = Trigger.POST_LOGIN.sampleEvent();
        event.withObject("/user").remove("user_id");
        event.withObject("/request").remove(List.of("ip", "method"));

        try (var runtime = ActionsRuntime.builder().build()) {
            var refused = assertThrows(ActionsException.class, () -> runtime.start(Flows.of(""), Event.of(event)));

            assertEquals(ErrorCode.EVENT_INVALID, refused.code());
            assertEquals(
                    "the event lacks event.user.user_id, event.request.ip, event.request.method; give what Auth0"
                            + " documents as always there for post-login",
                    refused.getMessage());
        }
    }

    @Test
    void takesANullForNothing() {
        var event = FullEvents.of(Trigger.POST_LOGIN);
        event.putNull("session");
        event.withObject("/user").putNull("user_id");

        var refused = assertThrows(
                ActionsException.class, () -> schema(Trigger.POST_LOGIN).check(event));

        assertEquals(List.of("event.user.user_id"), missing(refused));
    }

    /** An object of the event with its schema: where it stands, and the steps to it. */
    private record Place(String path, List<Object> steps, JsonNode schema) {
        ObjectNode in(ObjectNode event) {
            JsonNode at = event;
            for (var step : steps) {
                at = step instanceof Integer index ? at.get(index) : at.get((String) step);
            }
            return (ObjectNode) at;
        }
    }

    private static List<Place> places(Trigger trigger) {
        var places = new ArrayList<Place>();
        collect(places, new Place("event", List.of(), schema(trigger).json()));
        return places;
    }

    private static void collect(List<Place> places, Place place) {
        places.add(place);
        for (var member : place.schema().path("properties").properties()) {
            var steps = new ArrayList<>(place.steps());
            steps.add(member.getKey());
            var path = place.path() + "." + member.getKey();
            var own = member.getValue();
            if (types(own).contains("object")) {
                collect(places, new Place(path, List.copyOf(steps), own));
            } else if (types(own.path("items")).contains("object")) {
                steps.add(0);
                collect(places, new Place(path + "[0]", List.copyOf(steps), own.path("items")));
            }
        }
    }

    private static ObjectNode changed(Trigger trigger, Place place, Consumer<ObjectNode> change) {
        var event = FullEvents.of(trigger);
        change.accept(place.in(event));
        return event;
    }

    private static List<JsonNode> ofAnotherType(JsonNode schema) {
        var types = types(schema);
        var wrong = new ArrayList<JsonNode>();
        if (!types.contains("string")) {
            wrong.add(NODES.textNode("7"));
        }
        if (!types.contains("number")) {
            wrong.add(NODES.numberNode(7));
        }
        if (!types.contains("boolean")) {
            wrong.add(NODES.booleanNode(true));
        }
        if (!types.contains("object")) {
            wrong.add(NODES.objectNode());
        }
        if (!types.contains("array")) {
            wrong.add(NODES.arrayNode());
        }
        return types.isEmpty() ? List.of() : wrong;
    }

    private static List<String> types(JsonNode schema) {
        var type = schema.path("type");
        return type instanceof ArrayNode several
                ? StreamSupport.stream(several.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList()
                : Stream.of(type.asText()).filter(text -> !text.isEmpty()).toList();
    }

    private static List<String> missing(ActionsException refused) {
        var message = String.valueOf(refused.getMessage());
        var names = message.substring("the event lacks ".length(), message.indexOf(';'));
        return List.of(names.split(", ", -1));
    }

    private static boolean isIn(String path, String parent) {
        return path.equals(parent) || path.startsWith(parent + ".");
    }

    /** What the validator finds, with our way to write a path. */
    private static List<String> errors(Trigger trigger, ObjectNode event) {
        return validator(trigger).validate(event.toString(), InputFormat.JSON).stream()
                .map(EventSchemaTest::text)
                .toList();
    }

    private static String text(Error error) {
        var path = new StringBuilder("event");
        for (var step : error.getInstanceLocation().toString().split("/", -1)) {
            if (!step.isEmpty()) {
                path.append(step.equals("0") ? "[0]" : "." + step);
            }
        }
        var property = error.getProperty();
        return error.getKeyword() + " " + path + (property == null ? "" : " " + property);
    }

    private static void has(JsonNode schema, JsonNode member) {
        var path = member.path("path").asText();
        var at = schema;
        var names = path.split("\\.", -1);
        for (var i = 0; i < names.length; i++) {
            if (names[i].equals("*")) {
                assertTrue(at.path("additionalProperties").asBoolean(true), path);
                return;
            }
            var plain = names[i].replace("[]", "");
            if (i == names.length - 1) {
                var required = StreamSupport.stream(at.path("required").spliterator(), false)
                        .anyMatch(name -> name.asText().equals(plain));
                assertEquals(!member.path("optional").asBoolean(), required, path);
            }
            at = at.path("properties").path(plain);
            assertFalse(at.isMissingNode(), path);
            at = names[i].endsWith("[]") ? at.path("items") : at;
        }
        assertEquals(documented(member.path("type").asText()), types(at), path);
        assertEquals(member.path("allowed"), at.path("enum"), path);
    }

    private static List<String> documented(String type) {
        return switch (type) {
            case "string", "number", "boolean", "object" -> List.of(type);
            case "array of string", "array of objects" -> List.of("array");
            case "dictionary", "dictionary of {value}" -> List.of("object");
            case "object|null" -> List.of("object", "null");
            case "string (docs page: number)" -> List.of("string", "number");
            case "any" -> List.of();
            default -> throw new IllegalArgumentException(type);
        };
    }

    /** The sample event as the runtime completes it. */
    private static ObjectNode filled(Trigger trigger) {
        return new EventCheck((ofTrigger, warning) -> {})
                .complete(trigger, Event.of(trigger.sampleEvent()))
                .json();
    }

    private static EventSchema schema(Trigger trigger) {
        return trigger.contract().event();
    }

    private static Schema validator(Trigger trigger) {
        return SCHEMAS.getSchema(schema(trigger).json().toString());
    }

    private static JsonNode contract(Trigger trigger) {
        try (var in = Trigger.class.getResourceAsStream("contract/" + trigger.id() + ".json")) {
            return new ObjectMapper().readTree(in).path("event");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<DynamicTest> each(Consumer<Trigger> test) {
        return Arrays.stream(Trigger.values())
                .map(trigger -> DynamicTest.dynamicTest(trigger.id(), () -> test.accept(trigger)));
    }
}
