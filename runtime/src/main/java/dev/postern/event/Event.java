package dev.postern.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.error.ActionsException;
import dev.postern.error.ErrorCode;
import dev.postern.factor.Factor;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The event of a flow: what the identity server knows of the login, in Auth0's form. Immutable; an Action gets a copy,
 * so what it changes there is seen by no one else (semantics 2).
 */
public final class Event {

    private static final ObjectMapper MAPPER =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Set<String> PROTOCOLS_WITHOUT_BROWSER = Set.of(
            "oauth2-resource-owner",
            "oauth2-refresh-token",
            "oauth2-password",
            "oauth2-webauthn",
            "oauth2-resource-owner-jwt-bearer",
            "oauth2-token-exchange",
            "oidc-ciba",
            "wstrust-usernamemixed");

    private final ObjectNode json;

    private Event(ObjectNode json) {
        this.json = json;
    }

    /**
     * An event of these members. Credentials of the protocol are left out of its request, and secrets altogether: each
     * Action gets its own.
     */
    public static Event of(ObjectNode json) {
        var copy = json.deepCopy();
        copy.remove("secrets");
        if (copy.get("request") instanceof ObjectNode request) {
            Request.removeCredentials(request);
        }
        return new Event(copy);
    }

    /**
     * An event of this JSON object.
     *
     * @throws ActionsException {@code event_invalid} if it is none
     */
    public static Event parse(String json) {
        try {
            if (MAPPER.readTree(json) instanceof ObjectNode object) {
                return of(object);
            }
            throw new ActionsException(
                    ErrorCode.EVENT_INVALID,
                    json.isBlank() ? "the event is empty; give a JSON object" : "the event is not a JSON object");
        } catch (JsonProcessingException e) {
            var at = e.getLocation();
            throw new ActionsException(
                    ErrorCode.EVENT_INVALID,
                    at == null // of what is JSON, but nested too deep or with too long a number
                            ? "the event is more than can be read"
                            : "the event is not JSON: line " + at.getLineNr() + ", column " + at.getColumnNr());
        }
    }

    /** The user's id, or an empty string. */
    public String userId() {
        return json.path("user").path("user_id").asText();
    }

    /** The transaction's id, or an empty string. */
    public String transactionId() {
        return json.path("transaction").path("id").asText("");
    }

    /** The protocol of the transaction, or an empty string. */
    public String protocol() {
        return json.path("transaction").path("protocol").asText("");
    }

    /** Whether the login must not show anything: {@code prompt=none}. */
    public boolean isSilent() {
        if (json.path("request").path("query").path("prompt").asText("").equals("none")) {
            return true;
        }
        for (var prompt : json.path("transaction").path("prompt")) {
            if (prompt.asText("").equals("none")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a browser is there that may be shown something (semantics 58). */
    public boolean canRedirect() {
        return !isSilent() && !PROTOCOLS_WITHOUT_BROWSER.contains(protocol());
    }

    /** The confidence of the risk assessment, if there is one. */
    public Optional<String> riskConfidence() {
        var confidence = json.path("authentication").path("riskAssessment").path("confidence");
        return confidence.isTextual() ? Optional.of(confidence.asText()) : Optional.empty();
    }

    /** The factors the user has, of those this version knows. */
    public Set<Factor> enrolledFactors() {
        var enrolled = EnumSet.noneOf(Factor.class);
        for (var factor : json.path("user").path("enrolledFactors")) {
            Factor.find(factor.path("type").asText("")).ifPresent(enrolled::add);
        }
        return enrolled;
    }

    /**
     * Whether the user has a factor in its own right. One that this version does not know counts as well: it is no reason
     * to let a new one be enrolled on the password alone (semantics 42).
     */
    public boolean hasFactor() {
        for (var factor : json.path("user").path("enrolledFactors")) {
            if (Factor.find(factor.path("type").asText(""))
                    .map(Factor::isIndependent)
                    .orElse(true)) {
                return true;
            }
        }
        return !json.path("user").path("multifactor").isEmpty();
    }

    /** The factors that the user can be challenged with: a recovery code stands in for a factor, and is none by itself. */
    public Set<Factor> provableFactors() {
        var provable = enrolledFactors();
        if (provable.stream().noneMatch(Factor::isIndependent)) {
            provable.remove(Factor.RECOVERY_CODE);
        }
        return provable;
    }

    /** The member at this path of names, or a missing node. Do not change what it gives. */
    public JsonNode at(String... path) {
        JsonNode node = json;
        for (var name : path) {
            node = node.path(name);
        }
        return node;
    }

    /** The request that started or resumed the flow; an empty one if the event has none. */
    public Request request() {
        return Request.of(json.get("request") instanceof ObjectNode request ? request : MAPPER.createObjectNode());
    }

    /** The event after the user came back with another request (semantics 7); a form sent before is past as well. */
    public Event withRequest(Request request) {
        var copy = shallowCopy(json);
        copy.remove("prompt");
        copy.set("request", request.json());
        return new Event(copy);
    }

    /** The event with one more authentication method (semantics 44). */
    public Event withMethod(AuthenticationMethod method) {
        var authentication = copyOf("authentication");
        var json = MAPPER.createObjectNode().put("name", method.name());
        if (method.type() != null) {
            json.put("type", method.type().id());
        }
        json.put("timestamp", method.timestamp());
        authentication.set("methods", appended(authentication.path("methods"), json));
        return with("authentication", authentication);
    }

    /** The event of a user whose factors are of these types. */
    public Event withEnrolledFactors(List<String> types) {
        var enrolled = MAPPER.createArrayNode();
        types.forEach(type -> enrolled.addObject().put("type", type));
        return withMember(enrolled, "user", "enrolledFactors");
    }

    /** The event of a user who has enrolled one more factor (semantics 44), which it may show already. */
    public Event withEnrolledFactor(Factor factor) {
        if (enrolledFactors().contains(factor)) {
            return this;
        }
        var user = copyOf("user");
        var enrolled = MAPPER.createObjectNode().put("type", factor.id());
        user.set("enrolledFactors", appended(user.path("enrolledFactors"), enrolled));
        return with("user", user);
    }

    /** The event with these members merged into the user's metadata; null removes one (semantics 4). */
    public Event withMetadata(Map<String, JsonNode> userMetadata, Map<String, JsonNode> appMetadata) {
        if (userMetadata.isEmpty() && appMetadata.isEmpty()) {
            return this;
        }
        var user = copyOf("user");
        user.set("user_metadata", merged(user.path("user_metadata"), userMetadata));
        user.set("app_metadata", merged(user.path("app_metadata"), appMetadata));
        return with("user", user);
    }

    /** The event with this value at the path of names, with objects made on the way. */
    public Event withMember(JsonNode value, String... path) {
        var root = shallowCopy(json);
        var at = root;
        for (var i = 0; i < path.length - 1; i++) {
            var child = at.get(path[i]) instanceof ObjectNode object ? shallowCopy(object) : MAPPER.createObjectNode();
            at.set(path[i], child);
            at = child;
        }
        at.set(path[path.length - 1], value);
        return new Event(root);
    }

    /** The event with this member of the transaction's metadata set, or removed by null (semantics 72). */
    public Event withTransactionMetadata(String name, JsonNode value) {
        var transaction = copyOf("transaction");
        transaction.set("metadata", merged(transaction.path("metadata"), Map.of(name, value)));
        return with("transaction", transaction);
    }

    /** The event as an Action gets it, with that Action's secrets (semantics 5). */
    public ObjectNode forAction(Map<String, String> secrets) {
        var withSecrets = shallowCopy(json);
        secrets.forEach(withSecrets.putObject("secrets")::put);
        return withSecrets;
    }

    /** A copy of the members. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    private Event with(String name, JsonNode value) {
        var copy = shallowCopy(json);
        copy.set(name, value);
        return new Event(copy);
    }

    private ObjectNode copyOf(String name) {
        return json.get(name) instanceof ObjectNode object ? shallowCopy(object) : MAPPER.createObjectNode();
    }

    private static ObjectNode shallowCopy(ObjectNode node) {
        return MAPPER.createObjectNode().setAll(node);
    }

    private static ArrayNode appended(JsonNode array, JsonNode last) {
        var copy = MAPPER.createArrayNode();
        array.forEach(copy::add);
        return copy.add(last);
    }

    private static JsonNode merged(JsonNode stored, Map<String, JsonNode> changes) {
        if (changes.isEmpty()) {
            return stored;
        }
        var copy = stored instanceof ObjectNode object ? shallowCopy(object) : MAPPER.createObjectNode();
        changes.forEach((name, value) -> {
            if (value.isNull()) {
                copy.remove(name);
            } else {
                copy.set(name, value);
            }
        });
        return copy;
    }

    /** Names the transaction only: an event holds personal data. */
    @Override
    public String toString() {
        return "Event[" + transactionId() + "]";
    }
}
