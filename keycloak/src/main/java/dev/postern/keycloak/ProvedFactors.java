package dev.postern.keycloak;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.Resumption;
import dev.postern.event.AuthenticationMethod;
import dev.postern.factor.Factor;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What a user has proved, in notes that say whose they are: those of Keycloak's own do not, and outlive a change of the
 * login's user.
 */
final class ProvedFactors {

    /** Of the login, and of the session that it becomes. */
    private static final String NOTE = "postern.proved";

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProvedFactors() {}

    /** Adds what this answer has proved, once it was taken. */
    static void add(AuthenticationFlowContext context, Resumption answer) {
        factor(answer).ifPresent(factor -> {
            var login = context.getAuthenticationSession();
            var user = context.getUser();
            var methods = read(login.getAuthNote(NOTE), user);
            methods.add(MAPPER.<JsonNode>valueToTree(AuthenticationMethod.mfa(factor, Instant.now())));
            login.setAuthNote(NOTE, write(methods, user));
        });
    }

    private static Optional<Factor> factor(Resumption answer) {
        return switch (answer) {
            case Resumption.Challenge challenge -> Optional.ofNullable(challenge.factor());
            case Resumption.Enrollment enrollment ->
                Optional.of(enrollment.factor()).filter(Factor::isProvedByEnrollment);
            case Resumption.Redirect redirect -> Optional.empty();
            case Resumption.Prompt prompt -> Optional.empty();
            case Resumption.Failed failed -> Optional.empty();
        };
    }

    /** What the user has proved in this login. */
    static ArrayNode inLogin(AuthenticationSessionModel login, UserModel user) {
        return read(login.getAuthNote(NOTE), user);
    }

    /** What the user has proved before, in the session that this login goes on with. */
    static ArrayNode inSession(AuthenticationSessionModel login, UserModel user) {
        var realm = login.getRealm();
        var session = CurrentLogin.session()
                .sessions()
                .getUserSession(realm, login.getParentSession().getId());
        return session != null && AuthenticationManager.isSessionValid(realm, session)
                ? read(session.getNote(NOTE), user)
                : MAPPER.createArrayNode();
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
