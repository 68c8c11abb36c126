package dev.postern.api;

import static dev.postern.api.ApiCommandParser.atMost;
import static dev.postern.api.ApiCommandParser.check;
import static dev.postern.api.ApiCommandParser.nonEmpty;
import static dev.postern.api.ApiCommandParser.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** What the methods of {@code api.authentication} take that say whom a custom token exchange is for. */
final class ExchangeArguments {

    private static final int ACTOR_LEVELS = 5;
    private static final int ACTOR_SUB = 512;
    private static final int ACTOR_PROPERTIES = 5;
    private static final int ACTOR_TEXT = 64;
    private static final Set<String> PROFILE_FLAGS = Set.of("email_verified", "phone_verified", "verify_email");
    private static final Set<String> PROFILE_TEXTS = Set.of(
            "user_id", "email", "family_name", "given_name", "name", "nickname", "phone_number", "picture", "username");

    private ExchangeArguments() {}

    /** Of {@code setUserByConnection}. */
    static UserBinding byConnection(ArrayNode args) {
        var options = args.path(2);
        return new UserBinding.ByConnection(
                nonEmpty(args.path(0)),
                profile(args.path(1)),
                oneOf(options.path("creationBehavior").asText(), "create_if_not_exists", "none")
                        .equals("create_if_not_exists"),
                oneOf(options.path("updateBehavior").asText(), "none", "replace")
                        .equals("replace"));
    }

    private static ObjectNode profile(JsonNode attributes) {
        nonEmpty(attributes.path("user_id"));
        attributes
                .properties()
                .forEach(attribute -> check(
                        attribute.getValue().isTextual()
                                ? PROFILE_TEXTS.contains(attribute.getKey())
                                : attribute.getValue().isBoolean() && PROFILE_FLAGS.contains(attribute.getKey())));
        return (ObjectNode) attributes;
    }

    /** Of {@code setActor}: one party of the chain, with the next one in {@code act}. */
    static ObjectNode actor(JsonNode actor) {
        return actor(actor, 1);
    }

    private static ObjectNode actor(JsonNode actor, int level) {
        check(level <= ACTOR_LEVELS);
        atMost(nonEmpty(actor.path("sub")), ACTOR_SUB);
        var properties = 0;
        for (var property : actor.properties()) {
            switch (property.getKey()) {
                case "sub" -> {}
                case "act" -> actor(property.getValue(), level + 1);
                default -> {
                    properties++;
                    checkProperty(property.getKey(), property.getValue());
                }
            }
        }
        check(properties <= ACTOR_PROPERTIES);
        return (ObjectNode) actor;
    }

    private static void checkProperty(String name, JsonNode value) {
        check(!name.isEmpty() && name.length() <= ACTOR_TEXT);
        check(value.isBoolean()
                || (value.isNumber() && Double.isFinite(value.asDouble()))
                || (value.isTextual() && value.asText().length() <= ACTOR_TEXT));
    }
}
