package dev.postern.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.Set;

/** The methods of {@code api.samlResponse}: what each of them takes. */
final class SamlSettings {

    private static final int LONG = 2048;
    private static final int SHORT = 512;
    private static final int KEY = 4096;
    private static final int ATTRIBUTE_NAME = 1024;
    private static final int ATTRIBUTE_VALUE = 2048;
    private static final int PROBES = 10;

    private static final Map<String, Integer> TEXTS = Map.ofEntries(
            Map.entry("audience", LONG),
            Map.entry("recipient", LONG),
            Map.entry("destination", LONG),
            Map.entry("nameIdentifierFormat", SHORT),
            Map.entry("authnContextClassRef", SHORT),
            Map.entry("relayState", SHORT),
            Map.entry("issuer", SHORT),
            Map.entry("signingCert", KEY),
            Map.entry("encryptionCert", KEY),
            Map.entry("encryptionPublicKey", KEY),
            Map.entry("cert", KEY),
            Map.entry("key", KEY));
    private static final Set<String> FLAGS = Set.of(
            "createUpnClaim",
            "passthroughClaimsWithNoMapping",
            "mapUnknownClaimsAsIs",
            "mapIdentities",
            "signResponse",
            "includeAttributeNameFormat",
            "typedAttributes");
    private static final Map<String, Set<String>> CHOICES = Map.of(
            "signatureAlgorithm", Set.of("rsa-sha1", "rsa-sha256"),
            "digestAlgorithm", Set.of("sha1", "sha256"),
            "encryptionAlgorithm", Set.of("aes256-cbc", "aes256-gcm"));

    private SamlSettings() {}

    /** The command of a method's name without its namespace. */
    static ApiCommand command(String method, ArrayNode args) {
        if (method.equals("setAttribute")) {
            return attribute(args);
        }
        var setting = Character.toLowerCase(method.charAt(3)) + method.substring(4);
        var value = args.path(0);
        ApiCommandParser.check(isAllowed(setting, value));
        return new ApiCommand.SetSaml(setting, value);
    }

    private static boolean isAllowed(String setting, JsonNode value) {
        var most = TEXTS.get(setting);
        if (most != null) {
            return isText(value, most);
        }
        var choices = CHOICES.get(setting);
        if (choices != null) {
            return value.isTextual() && choices.contains(value.asText());
        }
        return switch (setting) {
            case "lifetimeInSeconds" ->
                value.isNumber() && value.asDouble() > 0 && value.asDouble() <= Integer.MAX_VALUE;
            case "nameIdentifierProbes" -> value.isArray() && value.size() <= PROBES && areTexts(value);
            default -> FLAGS.contains(setting) && value.isBoolean();
        };
    }

    private static boolean areTexts(JsonNode array) {
        for (var element : array) {
            if (!isText(element, SHORT)) {
                return false;
            }
        }
        return true;
    }

    private static ApiCommand attribute(ArrayNode args) {
        var name = args.path(0);
        var value = args.path(1);
        ApiCommandParser.check(isText(name, ATTRIBUTE_NAME) && !name.asText().isEmpty());
        for (var element : value.isArray() ? value : args.arrayNode().add(value)) {
            ApiCommandParser.check(
                    element.isNull() || element.isBoolean() || element.isNumber() || isText(element, ATTRIBUTE_VALUE));
        }
        return new ApiCommand.SetSamlAttribute(name.asText(), value);
    }

    private static boolean isText(JsonNode value, int most) {
        return value.isTextual() && value.asText().length() <= most;
    }
}
