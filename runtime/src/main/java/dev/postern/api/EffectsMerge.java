package dev.postern.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.postern.error.ErrorCode;
import dev.postern.event.AuthenticationMethod;
import dev.postern.event.Event;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the commands of one Action to the effects so far. Not thread-safe; use one for one Action. */
public final class EffectsMerge {

    /** The most a token may carry of custom claims, in UTF-8 of their JSON (semantics 70). */
    public static final int MAX_CLAIMS_BYTES = 100 << 10;

    /** The most metadata a flow may write of either kind, in UTF-8 of its JSON. */
    public static final int MAX_METADATA_BYTES = 32 << 10;

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(EffectsMerge.class);

    private final Event event;
    private final Map<String, JsonNode> idTokenClaims;
    private final Map<String, JsonNode> accessTokenClaims;
    private final Set<String> scopesAdded;
    private final Set<String> scopesRemoved;
    private final Map<String, JsonNode> userMetadata;
    private final Map<String, JsonNode> appMetadata;
    private final List<AuthenticationMethod> methods;
    private @Nullable String primaryUserId;

    /** Starts from the effects so far; the event decides which claims are kept. */
    public EffectsMerge(Effects before, Event event) {
        this.event = event;
        idTokenClaims = new LinkedHashMap<>(before.idTokenClaims());
        accessTokenClaims = new LinkedHashMap<>(before.accessTokenClaims());
        scopesAdded = new LinkedHashSet<>(before.scopesAdded());
        scopesRemoved = new LinkedHashSet<>(before.scopesRemoved());
        userMetadata = new LinkedHashMap<>(before.userMetadata());
        appMetadata = new LinkedHashMap<>(before.appMetadata());
        methods = new ArrayList<>(before.authenticationMethods());
        primaryUserId = before.primaryUserId();
    }

    public void claim(ApiCommand.SetIdTokenClaim command) {
        if (ClaimRules.isKeptInIdToken(command.name())) {
            put(idTokenClaims, command.name(), command.value());
        } else {
            LOG.debug("the ID token's claim '{}' is reserved and left out", command.name());
        }
    }

    public void claim(ApiCommand.SetAccessTokenClaim command) {
        if (ClaimRules.isKeptInAccessToken(command.name(), event)) {
            put(accessTokenClaims, command.name(), command.value());
        } else {
            LOG.debug("the access token's claim '{}' is reserved and left out", command.name());
        }
    }

    public void addScope(String scope) {
        scopesRemoved.remove(scope);
        scopesAdded.add(scope);
    }

    public void removeScope(String scope) {
        scopesAdded.remove(scope);
        scopesRemoved.add(scope);
    }

    public void userMetadata(ApiCommand.SetUserMetadata command) {
        put(userMetadata, command.name(), command.value());
    }

    public void appMetadata(ApiCommand.SetAppMetadata command) {
        put(appMetadata, command.name(), command.value());
    }

    public void primaryUser(String userId) {
        primaryUserId = userId;
    }

    public void method(AuthenticationMethod method) {
        methods.add(method);
    }

    public Effects effects() {
        return new Effects(
                idTokenClaims,
                accessTokenClaims,
                scopesAdded,
                scopesRemoved,
                userMetadata,
                appMetadata,
                primaryUserId,
                methods);
    }

    /** The size limit that is exceeded, if one is. */
    public Optional<ErrorCode> exceeded() {
        if (bytes(idTokenClaims) > MAX_CLAIMS_BYTES || bytes(accessTokenClaims) > MAX_CLAIMS_BYTES) {
            return Optional.of(ErrorCode.CLAIMS_TOO_LARGE);
        }
        return bytes(userMetadata) > MAX_METADATA_BYTES || bytes(appMetadata) > MAX_METADATA_BYTES
                ? Optional.of(ErrorCode.METADATA_TOO_LARGE)
                : Optional.empty();
    }

    /** Undefined takes a value back that was set before in this flow (semantics 66). */
    private static void put(Map<String, JsonNode> map, String name, @Nullable JsonNode value) {
        map.remove(name);
        if (value != null) {
            map.put(name, value);
        }
    }

    private static int bytes(Map<String, JsonNode> map) {
        var json = MAPPER.createObjectNode();
        json.setAll(map);
        return json.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
