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
import dev.postern.api.ApiCommand.Holder;
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
import java.util.Set;

/**
 * Checks what the guest hands back. The api object has checked it once, but in the guest, whose code may have changed
 * anything: nothing of it is believed here.
 */
public final class ApiCommandParser {

    /** How deep a value may be nested: deeper ones would not pass through every reader of the effects. */
    private static final int MAX_DEPTH = 200;

    /** How long a name may be: with a path before it, a longer one would not pass through every reader either. */
    private static final int MAX_NAME = 32_768;

    /** Those whose first argument becomes a name. */
    private static final Set<String> NAMING = Set.of(
            "accessToken.setCustomClaim",
            "idToken.setCustomClaim",
            "samlResponse.setAttribute",
            "user.setAppMetadata",
            "user.setUserMetadata");

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .build();
    private static final String REDACTED = "[redacted]";
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
     * @param methods those that the trigger has, by their paths
     * @throws InvalidCommandException if it is not a list of commands as the api object makes them
     */
    public static Handed parse(String json, Map<String, ApiMethod> methods) throws InvalidCommandException {
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
            var called = methods.get(method);
            if (called == null || !(node.path("args") instanceof ArrayNode args)) {
                throw InvalidCommandException.tampered("api." + method);
            }
            try {
                called.check(args);
                check(isFinite(args));
                if (NAMING.contains(method) && args.path(0).asText().length() > MAX_NAME) {
                    throw new InvalidCommandException(
                            "a name given to api." + method + " has more than " + MAX_NAME + " characters");
                }
                var command = command(method, called, args);
                commands.add(command);
                recorded.add(new RecordedCommand(
                        method,
                        withoutKeys(command, args),
                        Math.max(0, node.path("line").asInt(0))));
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
            throw new InvalidCommandException(
                    "a value given to the api is nested more than " + MAX_DEPTH + " deep, or has too long a name");
        } catch (JsonProcessingException e) {
            throw InvalidCommandException.tampered("the list of commands");
        }
    }

    /** Whether no number is too large for JavaScript, which a snapshot would not keep as a number either. */
    private static boolean isFinite(JsonNode value) {
        if (value.isDouble()) {
            return Double.isFinite(value.doubleValue());
        }
        for (var child : value) {
            if (!isFinite(child)) {
                return false;
            }
        }
        return true;
    }

    private static ApiCommand command(String method, ApiMethod called, ArrayNode args) {
        return switch (method) {
            case "access.deny" -> new ApiCommand.Deny(denial(called, args));
            case "access.rejectInvalidSubjectToken" ->
                new ApiCommand.Deny(
                        new Denial(Denial.Kind.INVALID_SUBJECT_TOKEN, "invalid_request", text(args, 0), null));
            case "validation.error" ->
                new ApiCommand.Deny(new Denial(Denial.Kind.VALIDATION, name(args), nonEmpty(args.path(1)), null));
            case "accessToken.setCustomClaim" -> new ApiCommand.SetAccessTokenClaim(claimName(args), args.get(1));
            case "idToken.setCustomClaim" -> new ApiCommand.SetIdTokenClaim(claimName(args), args.get(1));
            case "accessToken.addScope" -> new ApiCommand.AddScope(scope(args.path(0)));
            case "accessToken.removeScope" -> new ApiCommand.RemoveScope(scope(args.path(0)));
            case "authentication.challengeWith" -> new ApiCommand.Challenge(withDefault(args), false);
            case "authentication.challengeWithAny" -> new ApiCommand.Challenge(choice(args.path(0)), true);
            case "authentication.enrollWith" -> new ApiCommand.Enroll(enrollable(withDefault(args)), false);
            case "authentication.enrollWithAny" -> new ApiCommand.Enroll(enrollable(choice(args.path(0))), true);
            case "authentication.recordMethod" -> new ApiCommand.RecordMethod(webUrl(args));
            case "authentication.setPrimaryUser" -> new ApiCommand.SetPrimaryUser(atMost(name(args), 128));
            case "authentication.setUserById" -> new ApiCommand.BindUser(new UserBinding.ById(name(args)));
            case "authentication.setUserByConnection" -> new ApiCommand.BindUser(ExchangeArguments.byConnection(args));
            case "authentication.setOrganization" -> new ApiCommand.SetOrganization(name(args));
            case "authentication.setActor" -> new ApiCommand.SetActor(ExchangeArguments.actor(args.path(0)));
            case "multifactor.enable" -> enable(args);
            case "notification.retry" -> new ApiCommand.Notify(notification(Notification.Outcome.RETRY, args));
            case "notification.drop" -> new ApiCommand.Notify(notification(Notification.Outcome.DROP, args));
            case "prompt.render" ->
                new ApiCommand.Render(name(args), dictionary(args.path(1), "fields"), dictionary(args.path(1), "vars"));
            case "redirect.sendUserTo" ->
                new ApiCommand.SendUserTo(webUrl(args), query(args.path(1).path("query")));
            case "refreshToken.revoke" -> new ApiCommand.Revoke(Holder.REFRESH_TOKEN, text(args, 0), false);
            case "session.revoke" ->
                new ApiCommand.Revoke(
                        Holder.SESSION,
                        text(args, 0),
                        args.path(1).path("preserveRefreshTokens").asBoolean(false));
            case "session.setCookieMode" ->
                new ApiCommand.SetCookieMode(oneOf(text(args, 0), "persistent", "non-persistent"));
            case "transaction.setMetadata" ->
                new ApiCommand.SetTransactionMetadata(atMost(name(args), 64), transactionValue(args.path(1)));
            case "transaction.addTargetScope" -> new ApiCommand.AddTargetScope(scope(args.path(0)));
            case "transaction.removeTargetScope" -> new ApiCommand.RemoveTargetScope(scope(args.path(0)));
            case "transaction.setTargetScopes" -> new ApiCommand.SetTargetScopes(scopes(args.path(0)));
            case "transaction.clearTargetScopes" -> new ApiCommand.SetTargetScopes(List.of());
            case "transaction.setResultUrl" ->
                new ApiCommand.SetResultUrl(webUrl(args), query(args.path(1).path("query")));
            case "user.setUserMetadata" -> new ApiCommand.SetUserMetadata(name(args), args.get(1));
            case "user.setAppMetadata" -> new ApiCommand.SetAppMetadata(name(args), args.get(1));
            case "user.setUserId" -> new ApiCommand.SetUserId(atMost(name(args), 255));
            default -> ofHolder(method, args);
        };
    }

    /** The methods of api.session, api.refreshToken and api.samlResponse that are alike. */
    private static ApiCommand ofHolder(String method, ArrayNode args) {
        var dot = method.indexOf('.');
        var setter = method.substring(dot + 1);
        var holder = switch (method.substring(0, dot)) {
            case "samlResponse" -> null;
            case "session" -> Holder.SESSION;
            case "refreshToken" -> Holder.REFRESH_TOKEN;
            default -> throw new IllegalArgumentException(method);
        };
        if (holder == null) {
            return SamlSettings.command(setter, args);
        }
        return switch (setter) {
            case "setExpiresAt" -> new ApiCommand.Shorten(holder, false, millis(args));
            case "setIdleExpiresAt" -> new ApiCommand.Shorten(holder, true, millis(args));
            case "setMetadata" ->
                new ApiCommand.SetEntry(
                        holder, entryKey(args), args.path(1).isNull() ? null : atMost(text(args, 1), 255));
            case "deleteMetadata" -> new ApiCommand.SetEntry(holder, atMost(name(args), 255), null);
            case "evictMetadata" -> new ApiCommand.EvictEntries(holder);
            default -> throw new IllegalArgumentException(method);
        };
    }

    private static Denial denial(ApiMethod called, ArrayNode args) {
        var code = called.indexOf("code");
        var userMessage = called.indexOf("userMessage");
        return new Denial(
                Denial.Kind.ACCESS,
                code < 0 ? Denial.ACCESS_DENIED : nonEmpty(args.path(code)),
                text(args, called.indexOf("reason")),
                userMessage < 0 || !args.has(userMessage) ? null : text(args, userMessage));
    }

    private static Notification notification(Notification.Outcome outcome, ArrayNode args) {
        return new Notification(outcome, atMost(text(args, 0), 1024));
    }

    private static ObjectNode dictionary(JsonNode options, String name) {
        check(!options.has(name) || options.get(name).isObject());
        return options.get(name) instanceof ObjectNode object ? object : MAPPER.createObjectNode();
    }

    private static long millis(ArrayNode args) {
        check(args.path(0).isNumber() && args.path(0).asDouble() > 0);
        return args.path(0).asLong();
    }

    private static String entryKey(ArrayNode args) {
        var key = atMost(name(args), 255);
        check(key.chars().allMatch(c -> c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c))));
        return key;
    }

    private static List<String> scopes(JsonNode list) {
        check(list.isArray() && list.size() <= 1000);
        var scopes = new ArrayList<String>();
        list.forEach(scope -> scopes.add(scope(scope)));
        return scopes;
    }

    private static ApiCommand enable(ArrayNode args) {
        var options = args.path(1);
        var provider = MultifactorProvider.parse(text(args, 0));
        var duo = options.path("providerOptions") instanceof ObjectNode node && provider == MultifactorProvider.DUO
                ? new DuoOptions(
                        nonEmpty(node.path("host")),
                        nonEmpty(node.path("ikey")),
                        nonEmpty(node.path("skey")),
                        node.has("username") ? nonEmpty(node.path("username")) : null)
                : null;
        return new ApiCommand.EnableMultifactor(
                provider, options.path("allowRememberBrowser").asBoolean(false), duo);
    }

    /** The arguments as they are kept and shown. */
    private static JsonNode withoutKeys(ApiCommand command, ArrayNode args) {
        return switch (command) {
            case ApiCommand.EnableMultifactor enable
            when enable.duo() != null -> {
                var copy = args.deepCopy();
                ((ObjectNode) copy.path(1).path("providerOptions")).put("skey", REDACTED);
                yield copy;
            }
            case ApiCommand.SetSaml set
            when set.isKey() -> MAPPER.createArrayNode().add(REDACTED);
            default -> args;
        };
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

    private static List<FactorSelector> choice(JsonNode list) {
        check(!list.isEmpty());
        return selectors(list);
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

    private static String scope(JsonNode node) {
        check(node.isTextual());
        var scope = node.asText();
        check(!scope.isEmpty() && scope.length() <= 280 && scope.chars().noneMatch(ApiCommandParser::isWhiteSpace));
        return scope;
    }

    /** As JavaScript has it, which differs from what Java has. */
    private static boolean isWhiteSpace(int c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == '\uFEFF';
    }

    private static String name(ArrayNode args) {
        return nonEmpty(args.path(0));
    }

    static String nonEmpty(JsonNode node) {
        check(node.isTextual() && !node.asText().isEmpty() && isWellFormed(node.asText()));
        return node.asText();
    }

    /** Whether there is no half of a surrogate pair: what has such a name can be written as JSON, and not read back. */
    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static String text(ArrayNode args, int index) {
        check(args.path(index).isTextual());
        return args.path(index).asText();
    }

    static String oneOf(String text, String... allowed) {
        check(List.of(allowed).contains(text));
        return text;
    }

    static String atMost(String text, int length) {
        check(text.length() <= length);
        return text;
    }

    static void check(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }
}
