package dev.postern.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.Request;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The request of a browser that came back, kept in its login from the continue address to the step that waits for it. */
final class ReturnedRequest {

    /** A note of the login. */
    static final String NOTE = "postern.returned-request";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReturnedRequest() {}

    static void put(AuthenticationSessionModel login, ObjectNode request) {
        login.setAuthNote(NOTE, request.toString());
    }

    /** What is kept, once. */
    static Optional<Request> take(AuthenticationSessionModel login) {
        var text = login.getAuthNote(NOTE);
        if (text == null) {
            return Optional.empty();
        }
        login.removeAuthNote(NOTE);
        try {
            return Optional.of(Request.of((ObjectNode) MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
