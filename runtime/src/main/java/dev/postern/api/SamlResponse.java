package dev.postern.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What changes of the SAML response (semantics 74).
 *
 * @param attributes of the assertion, to set; a JSON null removes one
 * @param settings by the name of their method without {@code set}, in camel case: {@code audience}, {@code signResponse}
 *     and so on. {@code key} is a private key: never log it
 */
public record SamlResponse(Map<String, JsonNode> attributes, Map<String, JsonNode> settings) {

    static final SamlResponse NONE = new SamlResponse(Map.of(), Map.of());

    public SamlResponse {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    SamlResponse withAttribute(String name, JsonNode value) {
        return new SamlResponse(with(attributes, name, value), settings);
    }

    SamlResponse withSetting(String name, JsonNode value) {
        return new SamlResponse(attributes, with(settings, name, value));
    }

    private static Map<String, JsonNode> with(Map<String, JsonNode> map, String name, JsonNode value) {
        var copy = new LinkedHashMap<>(map);
        copy.remove(name);
        copy.put(name, value);
        return copy;
    }

    /** Shows how much there is, not what. */
    @Override
    public String toString() {
        return "SamlResponse[" + attributes.size() + " attributes, settings " + settings.keySet() + "]";
    }
}
