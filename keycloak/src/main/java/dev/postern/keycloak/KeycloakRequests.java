package dev.postern.keycloak;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.event.Request;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The request of a login as Actions see it: that of the application, and never what the user typed into Keycloak's pages. */
final class KeycloakRequests {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String OTHER_PARAMETER = "client_request_param_";
    private static final Set<String> NUMBERS = Set.of("latitude", "longitude");
    private static final List<String> PARAMETERS = List.of(
            OIDCLoginProtocol.SCOPE_PARAM,
            OIDCLoginProtocol.STATE_PARAM,
            OIDCLoginProtocol.PROMPT_PARAM,
            OIDCLoginProtocol.LOGIN_HINT_PARAM,
            OIDCLoginProtocol.NONCE_PARAM,
            OIDCLoginProtocol.ACR_PARAM,
            OIDCLoginProtocol.UI_LOCALES_PARAM,
            OIDCLoginProtocol.MAX_AGE_PARAM,
            OIDCLoginProtocol.RESPONSE_TYPE_PARAM,
            OIDCLoginProtocol.RESPONSE_MODE_PARAM);

    private KeycloakRequests() {}

    /** What the browser has just sent, with the parameters that the application began the login with. */
    static Request of(KeycloakSession session, AuthenticationSessionModel login) {
        var json = basis(session);
        var query = json.putObject("query");
        query.put("client_id", login.getClient().getClientId());
        if (login.getRedirectUri() != null) {
            query.put("redirect_uri", login.getRedirectUri());
        }
        var notes = new TreeMap<>(login.getClientNotes());
        PARAMETERS.stream().filter(notes::containsKey).forEach(name -> query.put(name, notes.get(name)));
        notes.forEach((name, value) -> {
            if (name.startsWith(OTHER_PARAMETER)) {
                query.put(name.substring(OTHER_PARAMETER.length()), value);
            }
        });
        return Request.of(json);
    }

    /** What the browser has sent to where it was to come back. */
    static ObjectNode returned(
            KeycloakSession session, MultivaluedMap<String, String> query, MultivaluedMap<String, String> body) {
        var json = basis(session);
        copy(query, json.putObject("query"));
        copy(body, json.putObject("body"));
        return json;
    }

    /** What an application has sent to the token endpoint. */
    static ObjectNode ofToken(KeycloakSession session, MultivaluedMap<String, String> parameters) {
        var json = basis(session);
        copy(parameters, json.putObject("body"));
        return json;
    }

    private static ObjectNode basis(KeycloakSession session) {
        var context = session.getContext();
        var headers = context.getHttpRequest().getHttpHeaders();
        var json = MAPPER.createObjectNode();
        json.put("ip", context.getConnection().getRemoteAddr());
        json.put("method", context.getHttpRequest().getHttpMethod());
        json.put("hostname", context.getUri().getBaseUri().getHost());
        put(json, "user_agent", headers.getHeaderString(HttpHeaders.USER_AGENT));
        var languages = headers.getAcceptableLanguages();
        if (!languages.isEmpty() && !languages.getFirst().getLanguage().equals("*")) {
            json.put("language", languages.getFirst().toLanguageTag());
        }
        var geo = json.putObject("geoip");
        ActionsAuthenticatorFactory.server(session).geoHeaders().forEach((name, header) -> {
            var value = headers.getHeaderString(header);
            if (NUMBERS.contains(name)) {
                number(value).ifPresent(number -> geo.put(name, number));
            } else {
                put(geo, name, value);
            }
        });
        return json;
    }

    private static Optional<Double> number(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(Double.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static void copy(Map<String, List<String>> from, ObjectNode to) {
        from.forEach((name, values) -> to.put(name, values.isEmpty() ? "" : values.getFirst()));
    }

    /** Sets a member that has a value. */
    static void put(ObjectNode json, String name, @Nullable String value) {
        if (value != null) {
            json.put(name, value);
        }
    }
}
