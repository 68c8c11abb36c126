package dev.postern;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.IncorrectClaimException;
import com.auth0.jwt.exceptions.JWTCreationException;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.postern.api.WebUrl;
import dev.postern.event.Event;
import dev.postern.sandbox.HostFunction.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;

/** The methods of {@code api.redirect} that answer: URLs, and the HS256 tokens that go along (semantics 56 and 57). */
final class RedirectTokens {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long DEFAULT_LIFETIME_SECONDS = 900;

    private final Event event;
    private final Clock clock;

    RedirectTokens(Event event, Clock clock) {
        this.event = event;
        this.clock = clock;
    }

    String checkUrl(JsonNode url) throws Refused {
        try {
            WebUrl.parse(url.asText());
            return "true";
        } catch (IllegalArgumentException e) {
            throw new Refused("Invalid URL: an absolute http or https URL is needed");
        }
    }

    String encode(JsonNode options) throws Refused {
        var now = clock.instant().getEpochSecond();
        var claims = MAPPER.createObjectNode();
        claims.put("iat", now);
        claims.put("iss", hostname());
        claims.put("sub", event.userId());
        claims.put("exp", now + options.path("expiresInSeconds").asLong(DEFAULT_LIFETIME_SECONDS));
        claims.put("ip", event.at("request", "ip").asText(""));
        if (options.path("payload") instanceof ObjectNode payload) {
            claims.setAll(payload);
        }
        try {
            var token = JWT.create().withPayload(claims.toString()).sign(algorithm(options));
            return TextNode.valueOf(token).toString();
        } catch (JWTCreationException | IllegalArgumentException e) {
            throw new Refused("api.redirect.encodeToken: the payload cannot be made a token");
        }
    }

    String validate(JsonNode options) throws Refused {
        var parameter = options.path("tokenParameterName").asText();
        var token = event.request().parameter(parameter);
        if (!token.isTextual()) {
            throw new Refused("There is no '" + parameter + "' parameter in the request");
        }
        var payload = verified(token.asText(), algorithm(options));
        var state = payload.path("state");
        if (!state.isTextual() || !event.request().hasOnly("state", state.asText())) {
            throw invalid("its state is not that of the request");
        }
        if (!isText(payload.path("sub"), event.userId())) {
            throw invalid("its sub is not the user");
        }
        if (hostname().isEmpty()) {
            throw invalid("its iss cannot be compared; the server must give event.request.hostname");
        }
        if (!isText(payload.path("iss"), hostname())) {
            throw invalid("its iss is not the hostname of the request; answer with the iss of the token that was sent");
        }
        for (var time : List.of("iat", "exp")) {
            if (!payload.path(time).isNumber()) {
                throw invalid("it has no " + time);
            }
        }
        if (payload.path("exp").asLong() <= clock.instant().getEpochSecond()) {
            throw expired();
        }
        return payload.toString();
    }

    /** Of a token that was signed with the secret. When it was made is not compared: the other side has its own clock. */
    private JsonNode verified(String token, Algorithm algorithm) throws Refused {
        try {
            var verification =
                    (JWTVerifier.BaseVerification) JWT.require(algorithm).ignoreIssuedAt();
            var payload = verification.build(clock).verify(token).getPayload();
            return read(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
        } catch (TokenExpiredException e) {
            throw expired();
        } catch (IncorrectClaimException e) {
            throw invalid("it is not valid yet");
        } catch (JWTVerificationException e) {
            throw invalid("its signature or form is wrong");
        }
    }

    private String hostname() {
        return event.at("request", "hostname").asText("");
    }

    private static boolean isText(JsonNode claim, String expected) {
        return claim.isTextual() && !expected.isEmpty() && claim.asText().equals(expected);
    }

    private static Refused expired() {
        return invalid("it has expired");
    }

    private static Refused invalid(String why) {
        return new Refused("The session token is invalid: " + why);
    }

    private static Algorithm algorithm(JsonNode options) throws Refused {
        try {
            return Algorithm.HMAC256(options.path("secret").asText());
        } catch (IllegalArgumentException e) {
            throw new Refused("the secret must be a non-empty string");
        }
    }

    private static JsonNode read(String json) throws Refused {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new Refused("the arguments are not JSON");
        }
    }
}
