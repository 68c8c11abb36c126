package dev.postern.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import dev.postern.event.Request;
import dev.postern.tenant.Tenant;
import java.time.Instant;
import java.util.List;

/** Tells Actions what the server knows of a login. */
final class LoginEvent {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DATABASE = "Username-Password-Authentication";

    private LoginEvent() {}

    /** A login of this user at this client, who has just given the password. */
    static Event of(Tenant tenant, Login login, JsonNode client, ObjectNode user, Request request, Instant passwordAt) {
        var query = login.query();
        var event = MAPPER.createObjectNode();
        event.putObject("tenant").put("id", tenant.id().value());
        event.set("request", request.json());
        event.putObject("client")
                .put("client_id", query.path("client_id").asText())
                .put("name", client.path("name").asText())
                .set("metadata", client.path("metadata"));
        event.putObject("connection").put("id", "con_1").put("name", DATABASE).put("strategy", "auth0");
        event.set("user", user.path("profile"));
        event.putObject("authorization").set("roles", user.path("roles"));
        event.putObject("stats").put("logins_count", user.path("logins").asInt() + 1);
        event.putObject("authentication")
                .putArray("methods")
                .addObject()
                .put("name", "pwd")
                .put("timestamp", AuthenticationMethod.time(passwordAt));
        var transaction = event.putObject("transaction")
                .put("protocol", "oidc-basic-profile")
                .put("redirect_uri", query.path("redirect_uri").asText())
                .put("locale", "en");
        transaction.putArray("acr_values");
        var scopes = transaction.putArray("requested_scopes");
        List.of(query.path("scope").asText().split(" ", -1)).forEach(scopes::add);
        return Event.of(event);
    }
}
