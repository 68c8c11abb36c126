package dev.postern.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The HTTP request that started or resumed a flow, as {@code event.request} shows it: {@code ip}, {@code hostname},
 * {@code method}, {@code query}, {@code body}, {@code user_agent}, {@code language}, {@code geoip} and so on. A flow
 * shows the request that resumed it, and nothing of the one before (semantics 7).
 */
public final class Request {

    private static final List<String> PARAMETERS = List.of("query", "body");

    /** Credentials of the protocol, which Actions never see (semantics 78). */
    private static final List<String> RESTRICTED =
            List.of("auth_session", "authn_response", "client_secret", "client_assertion", "refresh_token");

    private final ObjectNode json;

    private Request(ObjectNode json) {
        this.json = json;
        for (var name : PARAMETERS) {
            if (!json.has(name)) {
                json.putObject(name);
            }
        }
        removeCredentials(json);
    }

    /** Takes them out of the query and the body, and leaves nothing of one that is no object and may hide some. */
    static void removeCredentials(ObjectNode request) {
        for (var name : PARAMETERS) {
            if (request.get(name) instanceof ObjectNode parameters) {
                parameters.remove(RESTRICTED);
            } else if (request.has(name)) {
                request.putObject(name);
            }
        }
    }

    /** A request of these members; {@code query} and {@code body} are empty objects where they are missing. */
    public static Request of(ObjectNode json) {
        return new Request(json.deepCopy());
    }

    /** The same client with another query and body: for tools that play the browser, not for servers. */
    public Request with(String method, ObjectNode query, ObjectNode body) {
        var copy = json.deepCopy();
        copy.put("method", method);
        copy.set("query", query.deepCopy());
        copy.set("body", body.deepCopy());
        return new Request(copy);
    }

    /** A parameter of the body, or else of the query; a missing node if neither has it (semantics 57). */
    public JsonNode parameter(String name) {
        var inBody = json.path("body").path(name);
        return inBody.isMissingNode() ? json.path("query").path(name) : inBody;
    }

    /** Whether a parameter is there, and is this text wherever it stands: in the query, the body, or both. */
    public boolean hasOnly(String name, String value) {
        var found = PARAMETERS.stream()
                .map(part -> json.path(part).path(name))
                .filter(node -> !node.isMissingNode())
                .toList();
        return !found.isEmpty()
                && found.stream()
                        .allMatch(node -> node.isTextual() && node.asText().equals(value));
    }

    /** A copy of the members. */
    public ObjectNode json() {
        return json.deepCopy();
    }

    /** Names no member: bodies hold what users type. */
    @Override
    public String toString() {
        return "Request";
    }
}
