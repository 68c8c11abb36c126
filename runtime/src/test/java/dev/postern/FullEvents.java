package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.trigger.Trigger;

/** Events with every documented member, made of the schema: what the sample events leave out is in these. */
final class FullEvents {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FullEvents() {}

    static ObjectNode of(Trigger trigger) {
        return (ObjectNode) value(trigger.contract().event().json());
    }

    private static JsonNode value(JsonNode schema) {
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        var type = schema.path("type").isArray() ? schema.path("type").path(0) : schema.path("type");
        return switch (type.asText()) {
            case "object" -> object(schema);
            case "array" -> {
                var array = NODES.arrayNode();
                yield schema.has("items") ? array.add(value(schema.path("items"))) : array;
            }
            case "number" -> NODES.numberNode(1);
            case "boolean" -> NODES.booleanNode(true);
            default -> NODES.textNode("text");
        };
    }

    private static ObjectNode object(JsonNode schema) {
        var object = NODES.objectNode();
        schema.path("properties").properties().forEach(member -> object.set(member.getKey(), value(member.getValue())));
        return object;
    }
}
