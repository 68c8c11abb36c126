package dev.postern.embedding;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A login that has begun, as it is kept while it waits: of one browser, begun by one application, with a user once there
 * is one.
 */
record Login(ObjectNode json) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** The login that an application has sent the browser to begin. */
    static Login begin(Visit visit) {
        var json = MAPPER.createObjectNode().put("browser", Proofs.hash(visit.browser()));
        json.set("query", visit.query());
        return new Login(json);
    }

    /** Whether it was this browser that began it. */
    boolean isOf(Visit visit) {
        return Proofs.equal(json.path("browser").asText(), Proofs.hash(visit.browser()));
    }

    /** What the application has sent. */
    ObjectNode query() {
        return (ObjectNode) json.path("query");
    }

    String clientId() {
        return query().path("client_id").asText();
    }

    boolean hasUser() {
        return json.has("user");
    }

    String user() {
        return json.path("user").asText();
    }

    Login withUser(String name) {
        return new Login(json.deepCopy().put("user", name));
    }

    /** Of a factor that the user may be asked to enroll. */
    String secret() {
        return json.path("secret").asText();
    }

    Login withSecret(String secret) {
        return new Login(json.deepCopy().put("secret", secret));
    }

    /** The application's address with this answer. */
    String end(Map<String, String> answer, String issuer) {
        var parameters = new LinkedHashMap<>(answer);
        parameters.put("state", query().path("state").asText());
        parameters.put("iss", issuer);
        return Visit.url(query().path("redirect_uri").asText(), parameters);
    }
}
