package dev.postern.trigger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON schema of a trigger's event, made from the contract. It is an ordinary schema that editors understand; what
 * stands here reads the few keywords it uses, because every flow is checked and a general validator costs more than the
 * Actions do.
 */
public final class EventSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String ARRAY_MARK = "[]";

    private final String triggerId;
    private final ObjectNode schema;

    private EventSchema(String triggerId, ObjectNode schema) {
        this.triggerId = triggerId;
        this.schema = schema;
    }

    /** The schema of a trigger's events with these members: their paths, types and allowed values. */
    static EventSchema of(String triggerId, JsonNode members) {
        var schema = typed("object");
        for (var member : members) {
            // An Action gets its own; a host gives none.
            if (!member.path("path").asText().equals("secrets")) {
                add(schema, member);
            }
        }
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        return new EventSchema(triggerId, schema);
    }

    private static void add(ObjectNode schema, JsonNode member) {
        var names = member.path("path").asText().split("\\.", -1);
        var parent = schema;
        for (var i = 0; i < names.length - 1; i++) {
            parent = child(parent, names[i]);
        }
        var name = names[names.length - 1];
        if (name.equals("*")) {
            parent.put("additionalProperties", true);
            return;
        }
        var own = child(parent, name);
        own.setAll(type(member.path("type").asText()));
        if (member.path("allowed") instanceof ArrayNode allowed) {
            own.set("enum", allowed);
        }
        if (!member.path("optional").asBoolean()) {
            parent.withArray("/required").add(name);
        }
    }

    /**
     * The schema of a member, or of an array's elements for a name that ends with []. An object of which a member is
     * documented has no others, unless it is a dictionary.
     */
    private static ObjectNode child(ObjectNode parent, String name) {
        if (!parent.has("additionalProperties")) {
            parent.put("additionalProperties", false);
        }
        var isArray = name.endsWith(ARRAY_MARK);
        var plain = isArray ? name.substring(0, name.length() - ARRAY_MARK.length()) : name;
        var own = member(parent.withObject("/properties"), plain, isArray ? "array" : "object");
        return isArray ? member(own, "items", "object") : own;
    }

    private static ObjectNode member(ObjectNode schemas, String name, String type) {
        if (!schemas.has(name)) {
            schemas.set(name, typed(type));
        }
        return (ObjectNode) schemas.get(name);
    }

    private static ObjectNode type(String documented) {
        return switch (documented) {
            case "string", "number", "boolean", "object" -> typed(documented);
            case "dictionary", "dictionary of {value}" -> typed("object").put("additionalProperties", true);
            case "array of string" -> typed("array").set("items", typed("string"));
            case "array of objects" -> typed("array");
            case "object|null" -> either("object", "null");
            case "string (docs page: number)" -> either("string", "number");
            case "any" -> NODES.objectNode();
            default -> throw new IllegalArgumentException("the contract has a type that is not known: " + documented);
        };
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("type", type);
    }

    private static ObjectNode either(String first, String second) {
        var node = NODES.objectNode();
        node.putArray("type").add(first).add(second);
        return node;
    }

    /** The schema as a JSON document, for editors. A copy. */
    public ObjectNode json() {
        return schema.deepCopy();
    }

    /** Whether the event has a member at this path of names, no arrays on the way. */
    public boolean documents(String... path) {
        JsonNode at = schema;
        for (var name : path) {
            at = at.path("properties").path(name);
        }
        return !at.isMissingNode();
    }

    /** Adds empty objects where an object is required that may be empty. */
    public void fill(ObjectNode event) {
        fill(event, schema);
    }

    private static void fill(ObjectNode object, JsonNode schema) {
        for (var name : schema.path("required")) {
            var own = schema.path("properties").path(name.asText());
            if (mayBeEmpty(own) && !object.has(name.asText())) {
                object.putObject(name.asText());
            }
        }
        for (var property : schema.path("properties").properties()) {
            if (object.get(property.getKey()) instanceof ObjectNode child) {
                fill(child, property.getValue());
            }
        }
    }

    private static boolean mayBeEmpty(JsonNode schema) {
        return schema.path("additionalProperties").asBoolean() && !schema.has("required");
    }

    /**
     * Compares an event with the schema.
     *
     * @return what is not as documented, each with its path: harmless, but no documented Action will use it
     * @throws ActionsException {@code event_invalid} if a required member is missing; it names all of them
     */
    public List<String> check(ObjectNode event) {
        var found = new Findings(new ArrayList<>(), new ArrayList<>());
        found.object("event", event, schema);
        if (!found.missing().isEmpty()) {
            throw new ActionsException(
                    ErrorCode.EVENT_INVALID,
                    "the event lacks " + String.join(", ", found.missing())
                            + "; give what Auth0 documents as always there for " + triggerId);
        }
        return found.warnings();
    }

    private record Findings(List<String> missing, List<String> warnings) {

        void object(String path, JsonNode object, JsonNode schema) {
            for (var name : schema.path("required")) {
                var value = object.path(name.asText());
                if (value.isMissingNode() || value.isNull()) {
                    missing(
                            path + "." + name.asText(),
                            schema.path("properties").path(name.asText()));
                }
            }
            var properties = schema.path("properties");
            for (var member : object.properties()) {
                var own = properties.path(member.getKey());
                var memberPath = path + "." + member.getKey();
                if (!own.isMissingNode()) {
                    value(memberPath, member.getValue(), own);
                } else if (!schema.path("additionalProperties").asBoolean(true)) {
                    warnings.add(memberPath + " is not documented");
                }
            }
        }

        /** All that is missing of a member, so that one error names it. */
        private void missing(String path, JsonNode schema) {
            if (!schema.has("required")) {
                missing.add(path);
            }
            for (var name : schema.path("required")) {
                var own = schema.path("properties").path(name.asText());
                if (!mayBeEmpty(own)) {
                    missing(path + "." + name.asText(), own);
                }
            }
        }

        private void value(String path, JsonNode value, JsonNode schema) {
            if (value.isNull()) {
                return; // as good as absent
            }
            if (!isOfType(value, schema.path("type"))) {
                warnings.add(path + " is documented as " + types(schema.path("type")));
                return;
            }
            if (schema.has("enum") && !contains(schema.path("enum"), value)) {
                warnings.add(path + " is not one of the documented values");
            }
            if (value.isObject()) {
                object(path, value, schema);
            }
            for (var i = 0; value.isArray() && i < value.size() && schema.has("items"); i++) {
                value(path + "[" + i + "]", value.get(i), schema.path("items"));
            }
        }

        private static boolean isOfType(JsonNode value, JsonNode type) {
            if (type.isArray()) {
                for (var one : type) {
                    if (isOfType(value, one)) {
                        return true;
                    }
                }
                return false;
            }
            return switch (type.asText()) {
                case "string" -> value.isTextual();
                case "number" -> value.isNumber();
                case "boolean" -> value.isBoolean();
                case "object" -> value.isObject();
                case "array" -> value.isArray();
                case "null" -> value.isNull();
                default -> true;
            };
        }

        private static boolean contains(JsonNode array, JsonNode value) {
            for (var element : array) {
                if (element.equals(value)) {
                    return true;
                }
            }
            return false;
        }

        private static String types(JsonNode type) {
            if (!type.isArray()) {
                return type.asText();
            }
            var names = new ArrayList<String>();
            type.forEach(one -> names.add(one.asText()));
            return String.join(" or ", names);
        }
    }
}
