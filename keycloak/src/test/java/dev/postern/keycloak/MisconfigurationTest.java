package dev.postern.keycloak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What administrators get wrong: nobody is let in then, and the log says what is to be mended. */
final class MisconfigurationTest extends KeycloakTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void saysWhichSettingOfWhichStepIsWrong() throws Exception {
        var steps = admin("GET", "authentication/flows/browser%20with%20actions/executions", null);
        var settings = "authentication/config/"
                + steps.findValue("authenticationConfig").asText();
        var right = (ObjectNode) admin("GET", settings, null);
        var wrong = right.deepCopy();
        wrong.withObject("/config").put("postern-cpu-ms", "abc");
        try {
            admin("PUT", settings, wrong);
            assertEquals(400, machine());
        } finally {
            admin("PUT", settings, right);
        }
        assertEquals(200, machine());
        assertTrue(keycloak.log()
                .contains(
                        "realm acme: the step's settings 'actions of acme' have 'abc' for cpu-ms, and no Action of the "
                                + "realm runs until that is mended: write a positive number of milliseconds"));
    }

    @Test
    void runsNoActionWithASecretThatHasNoValue() throws Exception {
        var file = keycloak.tenant("acme").resolve("actions/machines.json");
        var right = Files.readString(file);
        try {
            Files.writeString(file, right.replace("\"secrets\": []", "\"secrets\": [{ \"name\": \"LOST\" }]"));
            awaitMachine(400);
        } finally {
            Files.writeString(file, right);
            awaitMachine(200);
        }
        assertTrue(keycloak.log()
                .contains(
                        "realm acme: secret_missing: Action 'machines' has no value for the secret LOST; put it into the "
                                + "vault as machines.LOST"));
    }

    /** Waits until the server has read the folder anew. */
    private static void awaitMachine(int status) throws Exception {
        while (machine() != status) {
            Thread.sleep(500);
        }
    }

    private static int machine() throws Exception {
        return application
                .token(
                        realm,
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                "machine",
                                "client_secret",
                                "machine-secret"))
                .status();
    }

    private static JsonNode admin(String method, String path, @Nullable JsonNode body) throws Exception {
        var login = application.token(
                keycloak.realm("master"),
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "admin-cli",
                        "username",
                        KeycloakServer.ADMIN,
                        "password",
                        KeycloakServer.ADMIN));
        var address = keycloak.realm("acme").replace("/realms/", "/admin/realms/") + "/" + path;
        try (var http = HttpClient.newHttpClient()) {
            var response = http.send(
                    HttpRequest.newBuilder(URI.create(address))
                            .header(
                                    "Authorization",
                                    "Bearer "
                                            + login.json().path("access_token").asText())
                            .header("Content-Type", "application/json")
                            .method(
                                    method,
                                    body == null
                                            ? HttpRequest.BodyPublishers.noBody()
                                            : HttpRequest.BodyPublishers.ofString(body.toString()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertTrue(response.statusCode() < 300, response::toString);
            return MAPPER.readTree(response.body());
        }
    }
}
