package dev.postern.keycloak;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.keycloak.models.UserModel;

/**
 * A user's metadata as attributes: {@code user_metadata.plan} holds the member {@code plan}. A string that is no JSON by
 * itself stands there as it is, so that an administrator can read and write it; all else stands there as JSON.
 *
 * @param prefix of the attributes' names
 */
record UserMetadata(String prefix) {

    /** What the user may change. */
    static final UserMetadata USER = new UserMetadata("user_metadata.");

    /** What only the server and its Actions change. */
    static final UserMetadata APP = new UserMetadata("app_metadata.");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    UserMetadata {
        requireNonNull(prefix, "prefix");
    }

    ObjectNode of(UserModel user) {
        var json = MAPPER.createObjectNode();
        user.getAttributes().forEach((name, values) -> {
            if (name.startsWith(prefix) && !values.isEmpty()) {
                var member = name.substring(prefix.length());
                if (values.size() == 1) {
                    json.set(member, parse(values.getFirst()));
                } else {
                    var array = json.putArray(member);
                    values.forEach(value -> array.add(parse(value)));
                }
            }
        });
        return json;
    }

    /** Writes the members that changed; a JSON null removes one. */
    void change(UserModel user, Map<String, JsonNode> changes) {
        changes.forEach((member, value) -> {
            if (value.isNull()) {
                user.removeAttribute(prefix + member);
            } else {
                user.setSingleAttribute(prefix + member, text(value));
            }
        });
    }

    private static JsonNode parse(String text) {
        try {
            var json = MAPPER.readTree(text);
            return json.isMissingNode() ? TextNode.valueOf(text) : json;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() && parse(value.asText()).equals(value) ? value.asText() : value.toString();
    }
}
