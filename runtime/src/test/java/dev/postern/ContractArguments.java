package dev.postern;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Arguments for the methods of the contract, as JavaScript: what a method must take, made of the documented types,
 * allowed values and fields, and what it must refuse.
 */
final class ContractArguments {

    private static final String MISSING = "undefined";
    private static final String FACTOR = "{ type: 'otp' }";

    /** Arguments that the type alone does not tell, by the path of the method. */
    private static final Map<String, List<String>> BY_HAND = Map.ofEntries(
            Map.entry("authentication.recordMethod", List.of("'https://example.com/method'")),
            Map.entry(
                    "authentication.setActor",
                    List.of("{ sub: 'a', act: " + "{ sub: 'b', act: ".repeat(3) + "{ sub: 'c' }" + " }".repeat(4))),
            Map.entry(
                    "multifactor.enable",
                    List.of(
                            "'duo'",
                            "{ allowRememberBrowser: true, providerOptions:"
                                    + " { host: 'h', ikey: 'i', skey: 's', username: 'u' } }")),
            Map.entry("redirect.sendUserTo", List.of("'https://example.com/'", "{ query: { a: 'b' } }")),
            Map.entry("redirect.validateToken", List.of("{ secret: 'secret', tokenParameterName: 'session_token' }")),
            Map.entry("transaction.setResultUrl", List.of("'https://example.com/'", "{ query: { a: 'b' } }")),
            Map.entry("cache.set", List.of("'key'", "'text'", "{ ttl: 1000, expires_at: Date.now() + 1000 }")),
            Map.entry("groups.getUserGroups", List.of("{ take: 60, from: '61' }")),
            Map.entry("roles.getUserEffectiveRoles", List.of("{ take: 60, from: '61' }")));

    /** What is not refused for its form: an end must not fail for its reason, and no Rule can have run. */
    private static final Set<String> NEVER_REFUSED = Set.of("reason", "userMessage", "ruleId");

    private final String path;
    private final List<JsonNode> parameters;
    private final List<String> valid;

    ContractArguments(JsonNode method) {
        this.path = method.path("path").asText().substring("api.".length());
        this.parameters = list(method.path("params"));
        this.valid = BY_HAND.getOrDefault(
                path, parameters.stream().map(ContractArguments::valid).toList());
    }

    /** All arguments, only the required ones, and each documented value and type of each parameter. */
    List<String> accepted() {
        var accepted = new ArrayList<String>();
        accepted.add(String.join(", ", valid));
        var required = parameters.stream()
                .takeWhile(parameter -> !parameter.path("optional").asBoolean())
                .count();
        if (required < valid.size()) {
            accepted.add(String.join(", ", valid.subList(0, (int) required)));
        }
        for (var i = 0; i < parameters.size(); i++) {
            for (var value : alternatives(parameters.get(i), valid.get(i))) {
                accepted.add(with(i, value));
            }
        }
        return accepted;
    }

    /** Each parameter missing, of another type, and of no allowed value; the same for each documented field of it. */
    List<String> refused() {
        var refused = new ArrayList<String>();
        for (var i = 0; i < parameters.size(); i++) {
            var parameter = parameters.get(i);
            var wrong =
                    isNeverRefused(parameter) ? wrongFields(parameter, valid.get(i)) : wrong(parameter, valid.get(i));
            for (var value : wrong) {
                refused.add(with(i, value));
            }
        }
        return refused;
    }

    /** What must be taken although it is not as documented. */
    List<String> tolerated() {
        var tolerated = new ArrayList<String>();
        for (var i = 0; i < parameters.size(); i++) {
            if (isNeverRefused(parameters.get(i))) {
                for (var value : List.of(MISSING, "null", "7", "{}", "() => {}", "'x'.repeat(5000)")) {
                    tolerated.add(with(i, value));
                }
            }
        }
        return tolerated;
    }

    /** The cache reads its options where there are some, and has a lifetime of its own. */
    private boolean isNeverRefused(JsonNode parameter) {
        var name = parameter.path("name").asText();
        return NEVER_REFUSED.contains(name) || (path.equals("cache.set") && name.equals("options"));
    }

    private String with(int index, String value) {
        var changed = new ArrayList<>(valid);
        changed.set(index, value);
        return String.join(", ", changed);
    }

    private static String valid(JsonNode parameter) {
        if (parameter.has("allowed")) {
            return quoted(parameter.path("allowed").path(0).asText());
        }
        return switch (parameter.path("type").asText()) {
            case "number" -> "60";
            case "boolean" -> "true";
            case "any" -> "{ nested: [1, null, 'text'] }";
            case "dictionary" -> "{ name: 'text' }";
            case "array of string" -> "['text']";
            case "array of FactorSelector", "array of EnrollmentFactorSelector" -> "[" + FACTOR + "]";
            case "FactorSelector", "EnrollmentFactorSelector" -> FACTOR;
            case "object" -> object(list(parameter.path("fields")));
            default -> "'text'";
        };
    }

    private static String object(List<JsonNode> fields) {
        return fields.stream()
                .map(field -> field.path("name").asText() + ": " + valid(field))
                .collect(Collectors.joining(", ", "{ ", " }"));
    }

    /** One value for each that is allowed, and for each type of several; the same for the fields of an object. */
    private static List<String> alternatives(JsonNode parameter, String valid) {
        var allowed = list(parameter.path("allowed"));
        if (!allowed.isEmpty()) {
            return allowed.stream().map(value -> quoted(value.asText())).toList();
        }
        return switch (parameter.path("type").asText()) {
            case "any" -> List.of("'text'", "7", "true", "null", "[]");
            case "string|null" -> List.of("null");
            case "string|number|boolean|null" -> List.of("7", "false", "null");
            case "string|number|boolean|null|array of those" -> List.of("7", "false", "null", "['a', 7, true, null]");
            case "FactorSelector", "EnrollmentFactorSelector" -> factors(parameter);
            case "object" -> alternativeFields(parameter, valid);
            default -> List.of();
        };
    }

    private static List<String> alternativeFields(JsonNode parameter, String valid) {
        var alternatives = new ArrayList<String>();
        for (var field : list(parameter.path("fields"))) {
            var name = field.path("name").asText();
            for (var value : alternatives(field, valid + "." + name)) {
                alternatives.add("{ ..." + valid + ", " + name + ": " + value + " }");
            }
        }
        return alternatives;
    }

    private static List<String> factors(JsonNode parameter) {
        var types = list(parameter.path("fields").path(0).path("allowed")).stream()
                .map(type -> "{ type: " + quoted(type.asText()) + ", options: {} }");
        var phones = Stream.of("sms", "voice", "both")
                .map(method -> "{ type: 'phone', options: { preferredMethod: " + quoted(method) + " } }");
        return Stream.concat(types, phones).toList();
    }

    private List<String> wrong(JsonNode parameter, String valid) {
        var wrong = new ArrayList<>(ofAnotherType(parameter.path("type").asText()));
        if (parameter.has("allowed")) {
            wrong.add("'none of the allowed'");
        }
        if (!parameter.path("optional").asBoolean() && !mayBeMissing(parameter)) {
            wrong.add(MISSING);
        }
        wrong.addAll(wrongFields(parameter, valid));
        return wrong;
    }

    private List<String> wrongFields(JsonNode parameter, String valid) {
        var wrong = new ArrayList<String>();
        for (var field : list(parameter.path("fields"))) {
            var name = field.path("name").asText();
            for (var value : wrong(field, valid + "." + name)) {
                wrong.add("{ ..." + valid + ", " + name + ": " + value + " }");
            }
        }
        return wrong;
    }

    /** A claim that is undefined is none, metadata that is undefined is not changed, an attribute becomes null. */
    private boolean mayBeMissing(JsonNode parameter) {
        return parameter.path("type").asText().equals("any")
                || (path.equals("samlResponse.setAttribute")
                        && parameter.path("name").asText().equals("value"));
    }

    private static List<String> ofAnotherType(String type) {
        return switch (type) {
            case "string" -> List.of("7", "null", "{}", "['text']");
            case "number" -> List.of("'7'", "null", "{}", "NaN");
            case "boolean" -> List.of("'true'", "1", "null");
            case "object", "dictionary" -> List.of("'text'", "7", "null", "[]");
            case "array of string" -> List.of("'text'", "null", "{}", "[7]", "[null]");
            case "FactorSelector", "EnrollmentFactorSelector" ->
                List.of("'otp'", "null", "{}", "[]", "{ type: 'sms' }");
            case "array of FactorSelector", "array of EnrollmentFactorSelector" ->
                List.of("'otp'", "null", FACTOR, "['otp']", "[{ type: 'sms' }]");
            case "string|null" -> List.of("7", "{}", "true");
            case "string|number|boolean|null" -> List.of("{}", "[]", "NaN", "Infinity", "2 ** 60");
            case "string|number|boolean|null|array of those" -> List.of("{}", "[{}]", "[[]]", "NaN");
            case "any" -> List.of();
            default -> throw new IllegalArgumentException("the contract has a type that is not known: " + type);
        };
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
