package dev.postern.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.postern.factor.DuoOptions;
import dev.postern.factor.Factor;
import dev.postern.factor.FactorSelector;
import dev.postern.factor.FactorSelector.PreferredMethod;
import dev.postern.factor.MultifactorProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the guest hands back. The api object has checked it once, but in the guest, whose code may have changed
 * anything: nothing of it is believed here.
 */
public final class ApiCommandParser {

    /** How deep a value may be nested: deeper ones would not pass through every reader of the effects. */
    private static final int MAX_DEPTH = 200;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();
    private static final int MAX_COMMANDS = 10_000;
    private static final int MAX_TRANSACTION_VALUE = 8192;

    private ApiCommandParser() {}

    /**
     * What an execution handed back.
     *
     * @param commands in call order
     * @param recorded the same, as they are kept in the record
     * @param continues whether the Action can resume after a redirect
     */
    public record Handed(List<ApiCommand> commands, List<RecordedCommand> recorded, boolean continues) {
        public Handed {
            commands = List.copyOf(commands);
            recorded = List.copyOf(recorded);
        }
    }

    /**
     * Reads the guest's JSON.
     *
     * @throws InvalidCommandException if it is not a list of commands as the api object makes them
     */
    public static Handed parse(String json) throws InvalidCommandException {
        var root = read(json);
        var list = root.path("commands");
        if (!list.isArray()
                || list.size() > MAX_COMMANDS
                || !root.path("continues").isBoolean()) {
            throw InvalidCommandException.tampered("the list of commands");
        }
        var commands = new ArrayList<ApiCommand>(list.size());
        var recorded = new ArrayList<RecordedCommand>(list.size());
        for (var node : list) {
            var method = node.path("method").asText("");
            if (!(node.path("args") instanceof ArrayNode args)) {
                throw InvalidCommandException.tampered("api." + method);
            }
            try {
                var command = command(method, args);
                commands.add(command);
                recorded.add(new RecordedCommand(
                        method, command instanceof ApiCommand.EnableMultifactor ? withoutKeys(args) : args));
            } catch (IllegalArgumentException e) {
                throw InvalidCommandException.tampered("api." + method);
            }
        }
        return new Handed(commands, recorded, root.path("continues").booleanValue());
    }

    private static JsonNode read(String json) throws InvalidCommandException {
        try {
            return MAPPER.readTree(json);
        } catch (StreamConstraintsException e) {
            throw new InvalidCommandException("a value given to the api is nested more than " + MAX_DEPTH + " deep");
        } catch (JsonProcessingException e) {
            throw InvalidCommandException.tampered("the list of commands");
        }
    }

    private static ApiCommand command(String method, ArrayNode args) {
        return switch (method) {
            case "access.deny" -> new ApiCommand.Deny(text(args, 0));
            case "accessToken.setCustomClaim" -> new ApiCommand.SetAccessTokenClaim(claimName(args), args.get(1));
            case "idToken.setCustomClaim" -> new ApiCommand.SetIdTokenClaim(claimName(args), args.get(1));
            case "accessToken.addScope" -> new ApiCommand.AddScope(scope(args));
            case "accessToken.removeScope" -> new ApiCommand.RemoveScope(scope(args));
            case "authentication.challengeWith" -> new ApiCommand.Challenge(withDefault(args), false);
            case "authentication.challengeWithAny" -> new ApiCommand.Challenge(selectors(args.path(0)), true);
            case "authentication.enrollWith" -> new ApiCommand.Enroll(enrollable(withDefault(args)), false);
            case "authentication.enrollWithAny" -> new ApiCommand.Enroll(enrollable(selectors(args.path(0))), true);
            case "authentication.recordMethod" -> new ApiCommand.RecordMethod(webUrl(args));
            case "authentication.setPrimaryUser" -> new ApiCommand.SetPrimaryUser(atMost(name(args), 128));
            case "multifactor.enable" -> enable(args);
            case "redirect.sendUserTo" ->
                new ApiCommand.SendUserTo(webUrl(args), query(args.path(1).path("query")));
            case "transaction.setMetadata" ->
                new ApiCommand.SetTransactionMetadata(atMost(name(args), 64), transactionValue(args.path(1)));
            case "user.setUserMetadata" -> new ApiCommand.SetUserMetadata(name(args), args.get(1));
            case "user.setAppMetadata" -> new ApiCommand.SetAppMetadata(name(args), args.get(1));
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static ApiCommand enable(ArrayNode args) {
        var options = args.path(1);
        var provider = MultifactorProvider.parse(text(args, 0));
        var duo = options.path("providerOptions") instanceof ObjectNode node && provider == MultifactorProvider.DUO
                ? new DuoOptions(
                        required(node, "host"),
                        required(node, "ikey"),
                        required(node, "skey"),
                        optional(node, "username"))
                : null;
        return new ApiCommand.EnableMultifactor(
                provider, options.path("allowRememberBrowser").asBoolean(false), duo);
    }

    private static JsonNode withoutKeys(ArrayNode args) {
        var copy = args.deepCopy();
        if (copy.path(1).path("providerOptions") instanceof ObjectNode duo) {
            duo.put("skey", "[redacted]");
        }
        return copy;
    }

    private static List<FactorSelector> withDefault(ArrayNode args) {
        var factors = new ArrayList<FactorSelector>();
        factors.add(selector(args.path(0)));
        var additional = args.path(1).path("additionalFactors");
        if (!additional.isMissingNode()) {
            factors.addAll(selectors(additional));
        }
        return factors;
    }

    private static List<FactorSelector> selectors(JsonNode list) {
        check(list.isArray());
        var factors = new ArrayList<FactorSelector>();
        list.forEach(node -> factors.add(selector(node)));
        return factors;
    }

    private static FactorSelector selector(JsonNode node) {
        check(node.path("type").isTextual());
        var options = node.path("options");
        var method = options.path("preferredMethod");
        var fallback = options.path("otpFallback");
        return new FactorSelector(
                Factor.parse(node.path("type").asText()),
                method.isMissingNode()
                        ? null
                        : PreferredMethod.valueOf(method.asText().toUpperCase(Locale.ROOT)),
                fallback.isMissingNode() ? null : fallback.asBoolean(true));
    }

    private static List<FactorSelector> enrollable(List<FactorSelector> factors) {
        check(factors.stream().allMatch(selector -> selector.type().canEnroll()));
        return factors;
    }

    private static Map<String, String> query(JsonNode node) {
        var query = new LinkedHashMap<String, String>();
        node.properties().forEach(entry -> {
            check(entry.getValue().isTextual());
            query.put(entry.getKey(), entry.getValue().asText());
        });
        return query;
    }

    private static JsonNode transactionValue(JsonNode value) {
        check(value.isNull() || value.isTextual() || value.isBoolean() || value.isNumber());
        check(value.asText().length() <= MAX_TRANSACTION_VALUE);
        return value;
    }

    private static String webUrl(ArrayNode args) {
        return WebUrl.parse(text(args, 0)).toString();
    }

    private static String claimName(ArrayNode args) {
        var name = name(args);
        check(!name.equals("scope"));
        return name;
    }

    private static String scope(ArrayNode args) {
        var scope = text(args, 0);
        check(!scope.isEmpty() && scope.length() <= 280 && scope.chars().noneMatch(Character::isWhitespace));
        return scope;
    }

    private static String name(ArrayNode args) {
        var name = text(args, 0);
        check(!name.isEmpty());
        return name;
    }

    private static String text(ArrayNode args, int index) {
        check(args.path(index).isTextual());
        return args.path(index).asText();
    }

    private static String required(ObjectNode node, String name) {
        check(node.path(name).isTextual());
        return node.path(name).asText();
    }

    private static @Nullable String optional(ObjectNode node, String name) {
        return node.has(name) ? required(node, name) : null;
    }

    private static String atMost(String text, int length) {
        check(text.length() <= length);
        return text;
    }

    private static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
