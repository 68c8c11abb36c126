package dev.postern.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.postern.event.AuthenticationMethod;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the identity server must apply, merged over all Actions so far. Applying the effects of a pause and later those
 * of the end comes to the same as applying the latter alone.
 *
 * @param idTokenClaims to put on the ID token
 * @param accessTokenClaims to put on the access token
 * @param scopesAdded to the access token
 * @param scopesRemoved from the access token
 * @param userMetadata to merge into the user's metadata, by top-level name; a JSON null removes the name
 * @param appMetadata likewise
 * @param primaryUserId the user the tokens are for, or null; fail the login unless the user who logged in is a secondary
 *     identity of that one (semantics 67)
 * @param authenticationMethods to add to the session, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Effects(
        Map<String, JsonNode> idTokenClaims,
        Map<String, JsonNode> accessTokenClaims,
        Set<String> scopesAdded,
        Set<String> scopesRemoved,
        Map<String, JsonNode> userMetadata,
        Map<String, JsonNode> appMetadata,
        @Nullable String primaryUserId,
        List<AuthenticationMethod> authenticationMethods) {

    private static final Effects NONE =
            new Effects(Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), null, List.of());

    public Effects {
        idTokenClaims = ordered(idTokenClaims);
        accessTokenClaims = ordered(accessTokenClaims);
        scopesAdded = Collections.unmodifiableSet(new LinkedHashSet<>(scopesAdded));
        scopesRemoved = Collections.unmodifiableSet(new LinkedHashSet<>(scopesRemoved));
        userMetadata = ordered(userMetadata);
        appMetadata = ordered(appMetadata);
        authenticationMethods = List.copyOf(authenticationMethods);
    }

    public static Effects none() {
        return NONE;
    }

    /** The metadata alone: what a denied login keeps (semantics 13). */
    public Effects metadataOnly() {
        return new Effects(Map.of(), Map.of(), Set.of(), Set.of(), userMetadata, appMetadata, null, List.of());
    }

    private static Map<String, JsonNode> ordered(Map<String, JsonNode> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** Shows how much there is, not what: claims and metadata are personal data. */
    @Override
    public String toString() {
        return "Effects[" + idTokenClaims.size() + " ID token claims, " + accessTokenClaims.size()
                + " access token claims, " + (userMetadata.size() + appMetadata.size()) + " metadata changes]";
    }
}
