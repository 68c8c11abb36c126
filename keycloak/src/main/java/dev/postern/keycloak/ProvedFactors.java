package dev.postern.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.AuthenticationMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a user has proved, in notes that say whose they are: those of Keycloak's own do not, and outlive a change of the
 * login's user.
 */
final class ProvedFactors {

    /** Of the login, and of the session that it becomes. */
    static final String NOTE = "postern.proved";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProvedFactors() {}

    /** Adds what a flow of this login has found proved, once it has completed. */
    static void add(AuthenticationSessionModel login, UserModel user, List<AuthenticationMethod> proved) {
        var methods = read(login.getAuthNote(NOTE), user);
        proved.forEach(method -> methods.add(MAPPER.<JsonNode>valueToTree(method)));
        login.setAuthNote(NOTE, write(methods, user));
    }

    /** What the user has proved in this login. */
    static ArrayNode inLogin(AuthenticationSessionModel login, UserModel user) {
        return read(login.getAuthNote(NOTE), user);
    }

    /** What the user has proved before, in a session. */
    static ArrayNode inSession(UserSessionModel session, UserModel user) {
        return read(session.getNote(NOTE), user);
    }

    /** Has the session keep these. */
    static void keep(AuthenticationSessionModel login, UserModel user, ArrayNode methods) {
        login.setUserSessionNote(NOTE, write(methods, user));
    }

    private static String write(ArrayNode methods, UserModel user) {
        var json = MAPPER.createObjectNode().put("user", user.getId());
        json.set("methods", methods);
        return json.toString();
    }

    private static ArrayNode read(@Nullable String note, UserModel user) {
        try {
            return note != null
                            && MAPPER.readTree(note) instanceof ObjectNode json
                            && json.path("user").asText().equals(user.getId())
                            && json.path("methods") instanceof ArrayNode methods
                    ? methods
                    : MAPPER.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
