package dev.postern.embedding;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.action.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** What a server.json says: {@code clients} by their ids, {@code users} by their names, {@code secrets} by Actions. */
record Settings(JsonNode json) {

    static Settings read(Path file) throws IOException {
        return new Settings(new ObjectMapper().readTree(file.toFile()));
    }

    JsonNode users() {
        return json.path("users");
    }

    /** The application, or a missing node. */
    JsonNode client(Login login) {
        return json.path("clients").path(login.clientId());
    }

    /** Whether there is such an application, at the address where the browser is to be sent at the end. */
    boolean isKnown(Login login) {
        return client(login)
                .path("redirect_uris")
                .valueStream()
                .anyMatch(login.query().path("redirect_uri")::equals);
    }

    Secrets secrets(String action) {
        var values = new LinkedHashMap<String, String>();
        json.path("secrets")
                .path(action)
                .properties()
                .forEach(secret -> values.put(secret.getKey(), secret.getValue().asText()));
        return Secrets.of(values);
    }
}
