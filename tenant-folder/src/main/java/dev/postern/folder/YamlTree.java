package dev.postern.folder;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/**
 * YAML as JSON, with anchors and merge keys followed. Every scalar but null is a string, as it is written: a secret may
 * look like a number, and must not become one.
 */
final class YamlTree {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final YAMLParser parser;
    private final Map<String, JsonNode> anchors = new HashMap<>();

    private YamlTree(YAMLParser parser) {
        this.parser = parser;
    }

    static JsonNode parse(String text) throws IOException {
        var options = new LoaderOptions();
        options.setCodePointLimit(FolderFiles.MOST_BYTES);
        var factory = YAMLFactory.builder()
                .loaderOptions(options)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(text)) {
            var token = parser.nextToken();
            return token == null ? MissingNode.getInstance() : new YamlTree(parser).node(token);
        }
    }

    private JsonNode node(JsonToken token) throws IOException {
        if (parser.isCurrentAlias()) {
            var known = anchors.get(parser.getText());
            if (known == null) {
                throw new JsonParseException(parser, "an alias of nothing");
            }
            return known;
        }
        var anchor = parser.getObjectId();
        var node = switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_NULL -> NODES.nullNode();
            default -> NODES.textNode(parser.getText());
        };
        if (anchor != null) {
            anchors.put(anchor, node);
        }
        return node;
    }

    private ObjectNode object() throws IOException {
        var object = NODES.objectNode();
        var merged = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var key = parser.currentName();
            var value = node(parser.nextToken());
            if (key.equals("<<") && value instanceof ObjectNode others) {
                merged.setAll(others);
            } else {
                object.set(key, value);
            }
        }
        merged.properties().forEach(entry -> object.putIfAbsent(entry.getKey(), entry.getValue()));
        return object;
    }

    private ArrayNode array() throws IOException {
        var array = NODES.arrayNode();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            array.add(node(token));
        }
        return array;
    }
}
