package dev.postern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.trigger.Trigger;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.provider.Arguments;

/**
 * JSON of a fuzzer: a text and changes to its tree, four bytes each. What is changed that way is still JSON, and so comes
 * past the parser.
 */
final class FuzzedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CHANGE_BYTES = 4;
    private static final int MOST_CHANGES = 16;
    private static final int MOST_CHARS = 1 << 16;

    /** Of what is still changed: below the depth at which this class itself would run out of stack. */
    private static final int MOST_DEPTH = 1000;

    private static final int NEST = 6;
    private static final int KINDS = 9;
    private static final List<JsonNode> VALUES = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.booleanNode(false),
            NODES.numberNode(0),
            NODES.numberNode(-1),
            NODES.numberNode(1.5),
            NODES.numberNode(Integer.MAX_VALUE),
            NODES.numberNode(Long.MIN_VALUE),
            NODES.numberNode(BigInteger.TEN.pow(400)),
            NODES.numberNode(new BigDecimal("1e-400")),
            NODES.numberNode(new BigDecimal("1e999999999")),
            NODES.textNode(""),
            NODES.textNode(" "),
            NODES.textNode("\0"),
            NODES.textNode("\ud800"),
            NODES.textNode("\udfff\u2028\ufeff"),
            NODES.textNode("x".repeat(300)),
            NODES.textNode("https://xn--0.example:65535/%?a=%zz&a#"),
            NODES.textNode("9999-12-31T23:59:59.999Z"),
            NODES.arrayNode(),
            NODES.objectNode(),
            NODES.arrayNode().add("x").add(1),
            NODES.objectNode().put("__proto__", 1).put("", "x"));
    private static final List<String> WORDS = words();

    static {
        MAPPER.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .build())
                .setStreamWriteConstraints(StreamWriteConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .build());
    }

    private FuzzedJson() {}

    /** Arguments to begin with. */
    static Arguments seed(String json) {
        return Arguments.of(json, new byte[2 * CHANGE_BYTES]);
    }

    /** The text with the changes, if it is JSON, or else the text. */
    static String text(String json, byte[] changes) {
        try {
            return changes.length < CHANGE_BYTES ? json : changed(MAPPER.readTree(json), changes);
        } catch (JsonProcessingException e) {
            return json;
        }
    }

    private static String changed(JsonNode tree, byte[] changes) throws JsonProcessingException {
        var root = NODES.arrayNode().add(tree);
        for (var i = 0; i + CHANGE_BYTES <= changes.length && i < MOST_CHANGES * CHANGE_BYTES; i += CHANGE_BYTES) {
            var slots = new ArrayList<Slot>();
            collect(root, slots);
            var slot = slots.get((unsigned(changes, i) << Byte.SIZE | unsigned(changes, i + 1)) % slots.size());
            var kind = unsigned(changes, i + 2) % KINDS;
            change(slot, slots, kind, unsigned(changes, i + 3));
            if (kind == NEST
                    || root.isEmpty()
                    || MAPPER.writeValueAsString(root).length() > MOST_CHARS) {
                break;
            }
        }
        return root.isEmpty() ? "" : MAPPER.writeValueAsString(root.get(0));
    }

    private static void change(Slot slot, List<Slot> slots, int kind, int which) {
        switch (kind) {
            case 1 -> slot.set(VALUES.get(which % VALUES.size()).deepCopy());
            case 2 -> slot.set(NODES.textNode(WORDS.get(which % WORDS.size())));
            case 3 -> slot.remove();
            case 4 -> slot.set(slots.get(which % slots.size()).value().deepCopy());
            case 5 -> slot.add(WORDS.get(which % WORDS.size()), slot.value().deepCopy());
            case NEST -> slot.set(nested(slot.value().deepCopy(), which * 5));
            case 7 -> slot.set(NODES.textNode(slot.value().asText().repeat(which)));
            case 8 ->
                slot.add(
                        WORDS.get((which + 128) % WORDS.size()),
                        VALUES.get(which % VALUES.size()).deepCopy());
            default -> {}
        }
    }

    private static JsonNode nested(JsonNode value, int depth) {
        var node = value;
        for (var i = 0; i < depth; i++) {
            node = i % 2 == 0 ? NODES.arrayNode().add(node) : NODES.objectNode().set("x", node);
        }
        return node;
    }

    private static int unsigned(byte[] bytes, int at) {
        return Byte.toUnsignedInt(bytes[at]);
    }

    private static void collect(JsonNode node, List<Slot> slots) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> {
                slots.add(new Slot(object, member.getKey(), 0));
                collect(member.getValue(), slots);
            });
        } else if (node instanceof ArrayNode array) {
            for (var i = 0; i < array.size(); i++) {
                slots.add(new Slot(array, "", i));
                collect(array.get(i), slots);
            }
        }
    }

    /** A place in an object or an array. */
    private record Slot(JsonNode parent, String name, int index) {
        JsonNode value() {
            return parent instanceof ObjectNode object ? object.path(name) : parent.path(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(name, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(name);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }

        void add(String newName, JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(newName, value);
            } else {
                ((ArrayNode) parent).insert(index, value);
            }
        }
    }

    /** The words of the contract: methods, members of events, allowed values. */
    private static List<String> words() {
        var words = new TreeSet<String>();
        for (var trigger : Trigger.values()) {
            words.add(trigger.id());
            words.addAll(trigger.contract().methods().keySet());
            collectWords(trigger.contract().event().json(), words);
        }
        return List.copyOf(words);
    }

    private static void collectWords(JsonNode schema, Set<String> words) {
        schema.path("enum").forEach(allowed -> words.add(allowed.asText()));
        schema.path("properties").properties().forEach(member -> {
            words.add(member.getKey());
            collectWords(member.getValue(), words);
        });
        if (schema.has("items")) {
            collectWords(schema.path("items"), words);
        }
    }
}
